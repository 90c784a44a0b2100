package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.MatrixCaller.PARTNER_ACCEPTED;
import static dev.rollcall.standalone.e2e.MatrixCaller.PARTNER_ENDED;
import static dev.rollcall.standalone.e2e.MatrixCaller.PARTNER_PENDING;
import static dev.rollcall.standalone.e2e.MatrixCaller.SUPPLIER;
import static dev.rollcall.standalone.e2e.MatrixCaller.TENANT;
import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the calls of the matrix are about: real things of contoso, of its partners and of its supplier.
final class MatrixWorld {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Map<MatrixCaller, String> relationships;
    private final String batch;
    private final String request;
    private final String catalogBatch;

    MatrixWorld() {
        relationships = Map.of(
                PARTNER_PENDING, ask(PARTNER_PENDING),
                PARTNER_ACCEPTED, ask(PARTNER_ACCEPTED),
                PARTNER_ENDED, ask(PARTNER_ENDED));
        change(PARTNER_ACCEPTED, "accept");
        change(PARTNER_ENDED, "accept");
        change(PARTNER_ENDED, "end");
        var partner = new Party("matrix-accepted", PARTNER_ACCEPTED.http());
        batch = partner.register(TestDevice.script(TestDevice.listed()), "/v1/customers/contoso/batches");
        request = partner.http()
                .get("/v1/batches/" + batch + "/results")
                .items()
                .getFirst()
                .path("requestId")
                .stringValue();
        catalogBatch = listedBatch();
    }

    private static String ask(MatrixCaller partner) {
        var answer = partner.http().post("/v1/partner-relationships", JSON, bytes("{\"customer\":\"contoso\"}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").stringValue();
    }

    private void change(MatrixCaller partner, String change) {
        var path = "/v1/partner-relationships/" + relationships.get(partner) + ":" + change;
        assertThat(TENANT.http().call("POST", path, new byte[0]).status()).isEqualTo(200);
    }

    private static String listedBatch() {
        var answer = SUPPLIER.http().post("/v1/device-catalog", CSV, bytes(TestDevice.catalog(TestDevice.fresh(1))));
        var id = answer.json().path("batchId").stringValue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SUPPLIER.http()
                                .get("/v1/device-catalog/batches/" + id)
                                .status())
                        .isEqualTo(200));
        return id;
    }

    /// The call's path for one caller, and its body, with a device of its own where it is about one.
    Answer make(String method, String pattern, MatrixCaller caller, MatrixCaller rightful) {
        var device = pattern.contains("device") ? registered() : "";
        var path = pattern.replace("{tenantId}", "contoso")
                .replace("{deviceId}", device)
                .replace("{step}", "image-checked")
                .replace("{batchId}", batch)
                .replace("{requestId}", request)
                .replace("{catalogBatchId}", catalogBatch)
                .replace("{relationshipId}", relationshipOf(caller));
        var http = new Http(Rollcall.SERVER.addresses().api(), caller.token(rightful));
        var body = body(pattern, device);
        return method.equals("POST") && !body.isEmpty()
                ? http.post(path, body.startsWith("{") ? JSON : CSV, bytes(body))
                : http.call(method, path, new byte[0]);
    }

    private String relationshipOf(MatrixCaller caller) {
        return Objects.requireNonNull(
                relationships.getOrDefault(caller, relationships.get(PARTNER_ACCEPTED)), "no relationship");
    }

    private static String body(String pattern, String device) {
        return switch (pattern) {
            case "/v1/batches", "/v1/customers/{tenantId}/batches" -> TestDevice.script(TestDevice.fresh());
            case "/v1/device-catalog" -> TestDevice.catalog(TestDevice.fresh(1));
            case "/v1/devices:release", "/v1/devices:standing" -> "{\"deviceIds\":[\"" + device + "\"]}";
            case "/v1/devices:confirm-delivery" -> "{\"step\":\"image-checked\",\"deviceIds\":[\"" + device + "\"]}";
            case "/v1/device-activity" ->
                "{\"events\":[{\"deviceId\":\"" + device + "\",\"seenAt\":\"2026-01-01T00:00:00Z\"}]}";
            case "/v1/partner-relationships" -> "{\"customer\":\"contoso\"}";
            default -> "";
        };
    }

    private static String registered() {
        var device = TestDevice.listed();
        CONTOSO.register(TestDevice.script(List.of(device)));
        return CONTOSO.deviceId(device.serialNumber());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
