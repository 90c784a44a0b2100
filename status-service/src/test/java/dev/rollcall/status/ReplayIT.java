package dev.rollcall.status;

import static dev.rollcall.events.DeliveryStep.DELIVERED;
import static dev.rollcall.events.DeliveryStep.IMAGE_CHECKED;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static dev.rollcall.status.fixtures.Happenings.confirmed;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.Happenings.release;
import static dev.rollcall.status.fixtures.Happenings.released;
import static dev.rollcall.status.fixtures.Happenings.seen;
import static dev.rollcall.status.fixtures.Happenings.serialNumberOnly;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.CatalogAction;
import dev.rollcall.fixtures.TestKafka;
import dev.rollcall.status.fixtures.CatalogUpload;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.Relationship;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Offsets are forgotten, databases are lost: the topics alone give the same answers again.
class ReplayIT {
    private static final String PREFIX = "shared-";
    private static final String TENANT = "replay-tenant";
    private static final List<String> GROUPS = Stream.of(
                    "requests",
                    "requests-bulk",
                    "outcomes",
                    "outcomes-bulk",
                    "rejected",
                    "batches",
                    "activity",
                    "delivery",
                    "audit",
                    "catalog-outcomes")
            .map(stream -> PREFIX + "status-" + stream)
            .toList();
    private static final Upload UPLOAD = Upload.of(TENANT, "one", START);
    private static final CatalogUpload CATALOG = CatalogUpload.of("replay-oem");

    private final RunningService service = SharedService.get();

    @Test
    void givesTheSameAnswersWhenEverythingIsDeliveredAgainAndWhenTheDatabaseIsRebuilt() throws Exception {
        publish(service);
        var answers = settled(service);

        readEverythingAgain(() -> {});
        assertThat(settled(service)).as("delivered again").isEqualTo(answers);

        readEverythingAgain(() -> {
            service.bean(JdbcTemplate.class).execute("DROP SCHEMA status CASCADE");
            service.bean(Flyway.class).migrate();
        });
        assertThat(settled(service)).as("rebuilt").isEqualTo(answers);
    }

    /// As after a crash between the commits of the database and of the offsets, but of all that there ever was.
    private void readEverythingAgain(Runnable meanwhile) throws ExecutionException, InterruptedException {
        service.stopReading();
        try (var admin = admin()) {
            var read = committed(admin);
            admin.deleteConsumerGroups(GROUPS).all().get();
            meanwhile.run();
            service.startReading();
            await().untilAsserted(() -> assertThat(committed(admin)).isGreaterThanOrEqualTo(read));
        }
    }

    private static void publish(RunningService service) {
        var topics = service.topics();
        var held = UPLOAD.row(1, "RP-1");
        var failed = UPLOAD.row(2, "RP-2");
        var broken = UPLOAD.row(3, serialNumberOnly("RP-3"));
        var gone = UPLOAD.row(4, "RP-4");
        var pending = UPLOAD.row(5, "RP-5");
        var partners = Upload.of(TENANT, "two", START.plusSeconds(60)).postedBy("replay-partner");
        var mended = partners.row(1, "rp-3");
        service.publish(topics.registrationRequests(), held, failed, broken, gone, pending, release(gone, START));
        service.publish(topics.registrationRequestsBulk(), mended);
        service.publish(
                topics.registrationOutcomes(),
                registered(held, 1, START),
                rejected(failed, DEVICE_NOT_FOUND, START),
                rejected(broken, HARDWARE_HASH_NOT_VALID, START),
                registered(gone, 1, START),
                released(gone, 1, START.plusSeconds(5)));
        service.publish(topics.registrationOutcomesBulk(), registered(mended, 1, START.plusSeconds(61)));
        service.publish(topics.rejectedRequests(), failed, broken);
        service.publish(topics.batches(), UPLOAD.accepted(5), partners.accepted(1));
        var relationship = Relationship.of("replay-partner", TENANT, START);
        service.publish(topics.partnerRelationships(), relationship.requested(), relationship.ended());
        service.publish(topics.batches(), CATALOG.accepted(CatalogAction.LIST, 3, START));
        service.publish(
                topics.catalogOutcomes(),
                CATALOG.decided("0-1", 1, 0, START.plusSeconds(1)),
                CATALOG.decided("2-1", 1, 0, START.plusSeconds(2), CATALOG.conflict(2, "RP-C")));
        service.publish(topics.deviceActivity(), seen(held, TENANT, START.plusSeconds(9)));
        service.publish(
                topics.deliverySteps(),
                confirmed(held, START, IMAGE_CHECKED, "ada", START.plusSeconds(20)),
                confirmed(held, START, IMAGE_CHECKED, "bert", START.plusSeconds(30)),
                confirmed(gone, START, DELIVERED, "ada", START.plusSeconds(3)));
    }

    /// Every answer of the service, once the last event has shown.
    private static String settled(RunningService service) {
        var api = service.api(Tokens.tenant(TENANT, "devices:read support:read audit:read"));
        var supplier = service.api(Tokens.supplier("replay-oem", "catalog:write"));
        var results = "/v1/batches/" + UPLOAD.batch() + "/results";
        var catalog = "/v1/device-catalog/batches/" + CATALOG.batch();
        await().untilAsserted(() -> {
            assertThat(api.get("/v1/devices?state=Active").get("total").asInt()).isEqualTo(1);
            assertThat(api.get("/v1/devices").get("total").asInt()).isEqualTo(4);
            assertThat(api.get("/v1/batches/" + UPLOAD.batch()).get("pending").asInt())
                    .isEqualTo(1);
            assertThat(api.get("/v1/batches").at("/items/0/status").asString()).isEqualTo("completed");
            assertThat(api.get("/v1/audit").get("total").asInt()).isEqualTo(9);
            assertThat(supplier.get(catalog).get("status").asString()).isEqualTo("completed");
            assertThat(api.csv(results).lines().filter(line -> line.contains("T0Fhash")))
                    .hasSize(1);
        });
        var devices = api.get("/v1/devices").get("items").findValuesAsString("deviceId").stream()
                .map(id -> api.get("/v1/devices/" + id).toString())
                .collect(Collectors.joining("\n"));
        var requests = api.get(results).get("items").findValuesAsString("requestId").stream()
                .map(id -> api.get("/v1/requests/" + id).toString())
                .collect(Collectors.joining("\n"));
        var lists = Stream.of("/v1/devices", "/v1/devices/summary", "/v1/batches", "/v1/audit", results)
                .map(path -> api.get(path).toString())
                .collect(Collectors.joining("\n"));
        var conflicts = supplier.get(catalog) + "\n" + supplier.get(catalog + "/conflicts");
        return String.join("\n", devices, requests, lists, conflicts, api.csv(results));
    }

    private static long committed(Admin admin) throws ExecutionException, InterruptedException {
        var sum = 0L;
        for (var group : GROUPS) {
            sum += admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset == null ? 0 : offset.offset())
                    .sum();
        }
        return sum;
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
    }
}
