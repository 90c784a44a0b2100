package dev.rollcall.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.standalone.client.ClientCredentialsTokens;
import dev.rollcall.standalone.server.StandaloneServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One client of the API with a real token, and what the tests do as it.
record Party(String name, Http http) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CSV = "text/csv";

    static Party of(StandaloneServer server, String clientId) {
        var account = server.credentials().client(clientId).orElseThrow();
        var tokens = new ClientCredentialsTokens(server.addresses().tokenEndpoint(), clientId, account.clientSecret());
        return new Party(clientId, new Http(server.addresses().api(), tokens.current()));
    }

    /// Posts the CSV for the party itself and returns the batch's id.
    String post(byte[] csv, String idempotencyKey) {
        return post("/v1/batches", csv, idempotencyKey);
    }

    private String post(String path, byte[] csv, String idempotencyKey) {
        var answer = http.post(path, CSV, csv, "Idempotency-Key", idempotencyKey);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("batchId").stringValue();
    }

    String post(String csv) {
        return post(csv.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
    }

    /// Posts the CSV and waits for all outcomes.
    String register(String csv) {
        var batch = post(csv);
        awaitCompleted(batch);
        return batch;
    }

    /// Posts the CSV to that path, a customer's say, and waits for all outcomes.
    String register(String csv, String path) {
        var batch = post(
                path, csv.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
        awaitCompleted(batch);
        return batch;
    }

    void listInCatalog(String csv) {
        var answer = http.post("/v1/device-catalog", CSV, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    JsonNode awaitCompleted(String batch) {
        return await().atMost(PATIENCE)
                .until(
                        () -> http.get("/v1/batches/" + batch).json(),
                        progress -> "completed".equals(progress.path("status").asString()));
    }

    /// The outcomes of the rows, in their order.
    List<String> outcomes(String batch) {
        return http.get("/v1/batches/" + batch + "/results?limit=1000").items().stream()
                .map(row -> row.path("outcome").stringValue())
                .toList();
    }

    JsonNode device(String serialNumber) {
        var found = http.get("/v1/devices?q=" + serialNumber).items();
        assertThat(found).as("devices of %s found by %s", name, serialNumber).hasSize(1);
        return found.getFirst();
    }

    String deviceId(String serialNumber) {
        return device(serialNumber).path("deviceId").stringValue();
    }

    String state(String serialNumber) {
        return device(serialNumber).path("state").stringValue();
    }

    void awaitState(String serialNumber, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(serialNumber)).isEqualTo(state));
    }
}
