package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the public API of the status service how some devices stand, in one call and with the caller's own token, so
/// that nobody learns here what they could not read there.
final class StandingsClient {
    private static final Logger LOG = LoggerFactory.getLogger(StandingsClient.class);
    private static final Standings UNKNOWN = new Standings.Unknown();

    private final JsonMapper json = JsonMapper.builder().build();
    private final RestClient http;
    private final Supplier<String> baseUrl;

    /// `baseUrl` is asked at each call: beside the status service in one process it is known only when both have
    /// started.
    StandingsClient(RestClient http, Supplier<String> baseUrl) {
        this.http = http;
        this.baseUrl = baseUrl;
    }

    Standings ask(Set<DeviceId> devices, String bearerToken) {
        try {
            var standings = http.post()
                    .uri(baseUrl.get() + "/v1/devices:standing")
                    .headers(headers -> headers.setBearerAuth(bearerToken))
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(Map.of("deviceIds", devices)))
                    .exchange((_, response) -> standings(response));
            return standings == null ? UNKNOWN : standings;
        } catch (RestClientException | JacksonException e) {
            LOG.atWarn().setCause(e).log("the status service did not answer");
            return UNKNOWN;
        }
    }

    private Standings standings(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (!status.isSameCodeAs(HttpStatus.OK)) {
            LOG.atWarn().addKeyValue("status", status.value()).log("the status service did not answer with standings");
            return UNKNOWN;
        }
        try {
            return known(json.readTree(response.getBody()).required("items"));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            LOG.atWarn().setCause(e).log("the status service did not say how the devices stand");
            return UNKNOWN;
        }
    }

    private static Standings known(JsonNode items) {
        var known = new HashMap<DeviceId, Standing>();
        for (var item : items.asArray()) {
            var device = new DeviceId(UUID.fromString(item.required("deviceId").stringValue()));
            known.put(device, new Standing(item.required("pendingRequests").longValue(), registeredAt(item)));
        }
        return new Standings.Known(known);
    }

    private static @Nullable Instant registeredAt(JsonNode item) {
        var registeredAt = item.path("registeredAt");
        return registeredAt.isNull() || registeredAt.isMissingNode() ? null : Instant.parse(registeredAt.stringValue());
    }
}
