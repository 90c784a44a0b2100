package dev.rollcall.standalone.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/// Tokens by the client credentials grant. One serves until shortly before it expires.
public final class ClientCredentialsTokens implements Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private record Issued(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long seconds) {}

    private final Exchange exchange = new Exchange();
    private final InstantSource clock = InstantSource.system();
    private final URI endpoint;
    private final String authorization;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    public ClientCredentialsTokens(URI endpoint, String clientId, String clientSecret) {
        this.endpoint = endpoint;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(bytes(form(clientId) + ":" + form(clientSecret)));
    }

    @Override
    public synchronized String current() {
        if (!clock.instant().isBefore(renewAt)) {
            var issued = issue();
            token = issued.token();
            renewAt = clock.instant().plusSeconds(issued.seconds()).minus(MARGIN);
        }
        return token;
    }

    private Issued issue() {
        var response = exchange.send(HttpRequest.newBuilder(endpoint)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (response.statusCode() != 200) {
            throw new ClientFailure("the token endpoint " + endpoint + " refuses the client (" + response.statusCode()
                    + "): check client id and secret");
        }
        return Json.read(response.body(), Issued.class);
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
