package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.FABRIKAM;
import static dev.rollcall.standalone.e2e.Rollcall.MANAGEMENT;
import static dev.rollcall.standalone.e2e.Rollcall.NOBODY;
import static dev.rollcall.standalone.e2e.Rollcall.NORTHWIND;
import static dev.rollcall.standalone.e2e.Rollcall.SUPPLIER;
import static dev.rollcall.standalone.e2e.Rollcall.SUPPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint, asked by everybody: who may not is refused, and nobody sees a trace of another
/// tenant.
class TenancyIT {
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";
    private static TestDevice ofContoso = TestDevice.fresh();
    private static String device = "";
    private static String batch = "";
    private static String request = "";

    /// One call, and who is allowed to make it.
    record Endpoint(String method, String path, String contentType, String body, List<Party> allowed) {
        Answer calledBy(Party party) {
            var headers = body.isEmpty() ? new String[0] : new String[] {"Content-Type", contentType};
            return party.http().call(method, path, body.getBytes(UTF_8), headers);
        }
    }

    @BeforeAll
    static void aDeviceOfContoso() {
        ofContoso = TestDevice.listed();
        batch = CONTOSO.register(TestDevice.script(ofContoso));
        var entry = CONTOSO.device(ofContoso.serialNumber());
        device = entry.path("deviceId").stringValue();
        request = entry.path("requestId").stringValue();
    }

    static Stream<Endpoint> endpoints() {
        return Stream.of(
                read("/v1/devices", CONTOSO, FABRIKAM),
                read("/v1/devices/summary", CONTOSO, FABRIKAM),
                read("/v1/devices/" + device, CONTOSO, FABRIKAM),
                read("/v1/batches", CONTOSO, FABRIKAM, NORTHWIND),
                read("/v1/batches/" + batch, CONTOSO, FABRIKAM, NORTHWIND),
                read("/v1/batches/" + batch + "/results", CONTOSO, FABRIKAM, NORTHWIND),
                read("/v1/requests/" + request, SUPPORT),
                write("/v1/batches?dryRun=true", CSV, TestDevice.script(TestDevice.fresh()), CONTOSO, FABRIKAM),
                write("/v1/device-catalog", CSV, TestDevice.catalog(TestDevice.fresh(1)), SUPPLIER),
                write("/v1/device-activity", JSON, "{\"events\":[]}", CONTOSO, FABRIKAM, MANAGEMENT),
                new Endpoint("DELETE", "/v1/devices/" + UUID.randomUUID(), "", "", List.of(CONTOSO, FABRIKAM)));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void onlyThoseWhoMayAreLetThrough(Endpoint endpoint) {
        assertThat(endpoint.calledBy(NOBODY).status()).isEqualTo(401);
        for (var party : List.of(CONTOSO, FABRIKAM, MANAGEMENT, NORTHWIND, SUPPLIER, SUPPORT)) {
            var answer = endpoint.calledBy(party);
            if (endpoint.allowed().contains(party)) {
                assertThat(answer.status()).as(party.name()).isIn(200, 202, 400, 404);
            } else {
                assertThat(answer.status()).as(party.name()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobodyElseSeesATraceOfTheDevice(Endpoint endpoint) {
        for (var party : List.of(FABRIKAM, NORTHWIND, SUPPLIER, NOBODY)) {
            var answer = endpoint.calledBy(party);
            assertNoTrace(party.name(), answer.body().replace(endpoint.path(), ""));
            assertNoTrace(party.name(), answer.headers().toString().replace(endpoint.path(), ""));
        }
    }

    @Test
    void whoAsksForAnothersBatchOrDeviceLearnsNotEvenThatItExists() {
        for (var path : List.of("/v1/devices/", "/v1/batches/")) {
            var existing = FABRIKAM.http().get(path + (path.contains("devices") ? device : batch));
            var missing = FABRIKAM.http().get(path + UUID.randomUUID());

            assertThat(existing.status()).isEqualTo(404);
            assertThat(existing.body()).isEqualTo(missing.body());
        }
    }

    @Test
    void aLostClaimDoesNotTellWhoHoldsTheDevice() {
        var contested = TestDevice.listed();
        var won = CONTOSO.register(TestDevice.script(contested));
        var lost = FABRIKAM.register(TestDevice.script(contested));

        var result = FABRIKAM.http().get("/v1/batches/" + lost + "/results").body();
        var id = FABRIKAM.device(contested.serialNumber()).path("deviceId").stringValue();
        var entry = FABRIKAM.http().get("/v1/devices/" + id).body();

        assertThat(result).contains("DeviceClaimedByAnotherOrganization");
        assertThat(List.of(result, entry))
                .allSatisfy(text ->
                        assertThat(text).doesNotContainIgnoringCase("contoso").doesNotContain(won));
    }

    @Test
    void anothersDeviceCanNeitherBeReleasedNorReported() {
        var other = TestDevice.listed();
        CONTOSO.register(TestDevice.script(other));
        var id = CONTOSO.device(other.serialNumber()).path("deviceId").stringValue();

        var released = FABRIKAM.http().delete("/v1/devices/" + id);
        report(FABRIKAM, other);
        var own = TestDevice.listed();
        CONTOSO.register(TestDevice.script(own));
        report(CONTOSO, own);

        assertThat(released.status()).isEqualTo(404);
        CONTOSO.awaitState(own.serialNumber(), "Active");
        assertThat(CONTOSO.state(other.serialNumber())).isEqualTo("ReadyForUser");
    }

    private static void report(Party party, TestDevice seen) {
        var sighting = """
                {"events":[{"manufacturer":"%s","model":"%s","serialNumber":"%s","seenAt":"%s"}]}""".formatted(seen.manufacturer(), seen.model(), seen.serialNumber(), Rollcall.CLOCK.instant());
        assertThat(party.http()
                        .post("/v1/device-activity", JSON, sighting.getBytes(UTF_8))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void metricsAndLogHoldNoDeviceAndNoHash() throws IOException {
        var metrics = Rollcall.management().get("/prometheus").body();
        var log = Files.readString(Path.of("target", "rollcall.log"));

        assertThat(metrics).contains("jvm_memory_used_bytes");
        assertNoTrace("prometheus", metrics);
        assertThat(log)
                .doesNotContain(ofContoso.serialNumber(), ofContoso.hash().substring(0, 40));
    }

    private static void assertNoTrace(String where, String text) {
        assertThat(text).as(where).doesNotContain(ofContoso.serialNumber(), device, batch, request);
    }

    private static Endpoint read(String path, Party... allowed) {
        return new Endpoint("GET", path, "", "", List.of(allowed));
    }

    private static Endpoint write(String path, String contentType, String body, Party... allowed) {
        return new Endpoint("POST", path, contentType, body, List.of(allowed));
    }
}
