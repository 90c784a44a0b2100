package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the public API of the status service for a device, with the caller's own token, so that
/// nobody learns here what they could not read there.
final class DeviceLookup {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceLookup.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final RestClient http;
    private final Supplier<String> baseUrl;

    /// `baseUrl` is asked at each call: beside the status service in one process it is known only when both have
    /// started.
    DeviceLookup(RestClient http, Supplier<String> baseUrl) {
        this.http = http;
        this.baseUrl = baseUrl;
    }

    DeviceStanding standing(DeviceId device, String bearerToken) {
        try {
            var standing = http.get()
                    .uri(baseUrl.get() + "/v1/devices/{deviceId}", device)
                    .headers(headers -> headers.setBearerAuth(bearerToken))
                    .accept(MediaType.APPLICATION_JSON)
                    .exchange((_, response) -> standing(response));
            return standing == null ? DeviceStanding.UNKNOWN : standing;
        } catch (RestClientException | JacksonException e) {
            LOG.atWarn().setCause(e).log("the status service did not answer");
            return DeviceStanding.UNKNOWN;
        }
    }

    private DeviceStanding standing(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return DeviceStanding.ABSENT;
        }
        if (!status.isSameCodeAs(HttpStatus.OK)) {
            LOG.atWarn().addKeyValue("status", status.value()).log("the status service did not answer with a device");
            return DeviceStanding.UNKNOWN;
        }
        var pending = json.readTree(response.getBody()).path("pendingRequests");
        if (!pending.isIntegralNumber()) {
            LOG.atWarn().log("the status service did not say how many requests are pending");
            return DeviceStanding.UNKNOWN;
        }
        return pending.asLong() > 0 ? DeviceStanding.PENDING : DeviceStanding.SETTLED;
    }
}
