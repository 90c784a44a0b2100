package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.serialNumberOnly;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A batch from its first row to its last outcome, and what its owner can take away.
class BatchesIT {
    private final RunningService service = SharedService.get();
    private final String tenant = "batches-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read"));
    private final Upload upload = Upload.of(tenant, "one", START);

    @Test
    void tellsHowFarItIs() {
        var first = upload.row(1, "B-1");
        var second = upload.row(2, "B-2");
        service.publish(service.topics().registrationRequestsBulk(), first, second);
        awaitStatus("receiving");
        await().untilAsserted(() -> assertThat(batch().get("rowCount").asInt()).isEqualTo(2));

        service.publish(service.topics().batches(), upload.accepted(2));
        awaitStatus("processing");
        service.publish(
                service.topics().registrationOutcomes(),
                registered(first, 1, START.plusSeconds(5)),
                registered(first, 1, START.plusSeconds(5)));
        await().untilAsserted(() -> assertThat(batch().get("pending").asInt()).isEqualTo(1));
        service.publish(
                service.topics().registrationOutcomesBulk(), rejected(second, DEVICE_NOT_FOUND, START.plusSeconds(7)));
        awaitStatus("completed");

        assertThat(batch().get("succeeded").asInt()).isEqualTo(1);
        assertThat(batch().get("failed").asInt()).isEqualTo(1);
        assertThat(batch().at("/outcomes/DeviceNotFound").asInt()).isEqualTo(1);
        assertThat(batch().get("startedAt").asString()).isEqualTo(START.toString());
        assertThat(batch().get("completedAt").asString())
                .isEqualTo(START.plusSeconds(7).toString());
        assertThat(api.get("/v1/batches").get("items")).hasSize(1);
    }

    @Test
    void givesItsRowsInTheOrderOfTheFilePageByPage() {
        var rows = List.of(upload.row(1, "R-1"), upload.row(2, "R-2"), upload.row(3, "R-3"));
        service.publish(service.topics().registrationRequests(), rows);
        service.publish(service.topics().registrationOutcomes(), registered(rows.get(1), 1, START));
        await().untilAsserted(() ->
                assertThat(results("?outcome=Registered").get("total").asInt()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(results("").get("total").asInt()).isEqualTo(3));

        var page = results("?limit=2");
        assertThat(page.get("items").findValuesAsString("serialNumber")).containsExactly("R-1", "R-2");
        assertThat(page.get("total").asInt()).isEqualTo(3);
        var next = results("?limit=2&cursor=" + page.get("nextCursor").asString());
        assertThat(next.get("items").findValuesAsString("outcome")).containsExactly("Pending");
        assertThat(next.get("nextCursor").isNull()).isTrue();
        assertThat(api.status(path("?outcome=Pending&limit=2&cursor=")
                        + page.get("nextCursor").asString()))
                .isEqualTo(400);
        assertThat(api.status(path("?outcome=Nonsense"))).isEqualTo(400);
    }

    @Test
    void givesItsFailedRowsPageByPage() {
        var rows = List.of(upload.row(1, "F-1"), upload.row(2, "F-2"), upload.row(3, "F-3"), upload.row(4, "F-4"));
        service.publish(service.topics().registrationRequests(), rows);
        service.publish(
                service.topics().registrationOutcomes(),
                rejected(rows.get(0), HARDWARE_HASH_NOT_VALID, START),
                registered(rows.get(1), 1, START),
                rejected(rows.get(2), DEVICE_NOT_FOUND, START));
        await().untilAsserted(() ->
                assertThat(results("?outcome=failed").get("total").asInt()).isEqualTo(2));
        await().untilAsserted(() ->
                assertThat(results("?outcome=Pending").get("total").asInt()).isEqualTo(1));

        var first = results("?outcome=failed&limit=1");
        var second = results(
                "?outcome=failed&limit=1&cursor=" + first.get("nextCursor").asString());
        assertThat(first.at("/items/0/serialNumber").asString()).isEqualTo("F-1");
        assertThat(second.at("/items/0/serialNumber").asString()).isEqualTo("F-3");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(results("?outcome=DeviceNotFound").get("items").findValuesAsString("serialNumber"))
                .containsExactly("F-3");
        assertThat(results("?outcome=DeviceNotFound,Pending").get("items").findValuesAsString("serialNumber"))
                .containsExactly("F-3", "F-4");
    }

    @Test
    void exportsItsFailedRowsWithTheirHashesSafeFromFormulas() {
        var columns = new DeviceColumns("C-1", "=cmd()", "+M", "key", "T0Fabc", "-tag", "@user");
        var failed = upload.row(1, columns);
        var bare = upload.row(2, serialNumberOnly("C-2"));
        var fine = upload.row(3, "C-3");
        service.publish(service.topics().registrationRequests(), failed, bare, fine);
        service.publish(
                service.topics().registrationOutcomes(),
                rejected(failed, HARDWARE_HASH_NOT_VALID, START),
                rejected(bare, HARDWARE_HASH_NOT_VALID, START),
                registered(fine, 1, START));
        service.publish(service.topics().rejectedRequests(), failed);
        await().untilAsserted(() -> assertThat(failedRows()).hasSize(2));
        await().untilAsserted(() ->
                assertThat(failedRows().getFirst().getField("Hardware Hash")).isEqualTo("T0Fabc"));

        var row = failedRows().getFirst();
        assertThat(row.getField("Manufacturer name")).isEqualTo("'=cmd()");
        assertThat(row.getField("Device model")).isEqualTo("'+M");
        assertThat(row.getField("Group Tag")).isEqualTo("'-tag");
        assertThat(row.getField("Assigned User")).isEqualTo("'@user");
        assertThat(row.getField("Outcome")).isEqualTo("HardwareHashNotValid");
        assertThat(row.getField("Reason")).contains("C-1");
        assertThat(row.getField("Line")).isEqualTo("2");
        assertThat(failedRows().getLast().getField("Hardware Hash")).isEmpty();
    }

    @Test
    void exportsMoreRowsThanItReadsAtOnceEachOnceAndInTheirOrder() {
        var rows = IntStream.rangeClosed(1, 1_201)
                .mapToObj(row -> upload.row(row, "E-" + row))
                .toList();
        service.publish(service.topics().registrationRequests(), rows);
        await().untilAsserted(() ->
                assertThat(results("?limit=1").get("total").asInt()).isEqualTo(rows.size()));

        assertThat(export("")).extracting(row -> row.getField("Line")).containsExactlyElementsOf(lines(rows.size()));
    }

    @Test
    void belongsToTheTenantAndToThePartnerThatPostedIt() {
        var posted = upload.postedBy("northwind-" + tenant);
        service.publish(service.topics().registrationRequests(), posted.row(1, "P-1"));
        service.publish(service.topics().batches(), posted.accepted(1));
        awaitStatus("processing");

        var partner = service.api(Tokens.partner("northwind-" + tenant, "devices:register"));
        var stranger = service.api(Tokens.partner("southwind", "devices:register"));

        assertThat(partner.get("/v1/batches/" + upload.batch()).get("rowCount").asInt())
                .isEqualTo(1);
        assertThat(partner.get("/v1/batches").findValuesAsString("customer")).containsOnly(tenant);
        assertThat(batch().get("partner").asString()).isEqualTo("northwind-" + tenant);
        assertThat(batch().has("customer")).isFalse();
        await().untilAsserted(
                        () -> assertThat(partner.get(path("")).get("items")).hasSize(1));
        assertThat(partner.csv(path(""))).contains("P-1");
        assertThat(stranger.status("/v1/batches/" + upload.batch())).isEqualTo(404);
        assertThat(stranger.status(path(""))).isEqualTo(404);
        assertThat(stranger.get("/v1/batches").get("items")).isEmpty();
        assertThat(partner.status("/v1/devices")).isEqualTo(403);
    }

    private void awaitStatus(String status) {
        await().untilAsserted(() -> assertThat(batch().get("status").asString()).isEqualTo(status));
    }

    private JsonNode batch() {
        return api.get("/v1/batches/" + upload.batch());
    }

    private JsonNode results(String query) {
        return api.get(path(query));
    }

    private String path(String query) {
        return "/v1/batches/" + upload.batch() + "/results" + query;
    }

    private List<NamedCsvRecord> failedRows() {
        return export("?outcome=failed");
    }

    private List<NamedCsvRecord> export(String query) {
        var text = api.csv(path(query));
        return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    }

    private static List<String> lines(int rows) {
        return IntStream.rangeClosed(2, rows + 1).mapToObj(Integer::toString).toList();
    }
}
