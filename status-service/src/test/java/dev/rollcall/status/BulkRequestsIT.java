package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.EventWriter;
import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is asked in bulk comes behind its outcomes.
class BulkRequestsIT {
    private static final EventWriter WRITER = new EventWriter(URI.create("/rollcall/tests"));
    private static final int ROWS = 400;

    private final RunningService service = SharedService.get();
    private final String tenant = "bulk-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read support:read"));
    private final Upload upload = Upload.of(tenant, "bulk", START);

    @Test
    void readsNothingButTheHeadersOfWhatIsDecided() {
        var row = upload.row(1, "B-1");
        service.publish(service.topics().registrationOutcomesBulk(), registered(row, 1, START));
        await().untilAsserted(() -> assertThat(states("ReadyForUser")).isEqualTo(1));
        var unchanged = count("unchanged");
        var deadLettered = count("dead_lettered");

        service.publishRaw(withoutItsBody(row));

        await().untilAsserted(() -> assertThat(count("unchanged")).isEqualTo(unchanged + 1));
        assertThat(count("dead_lettered")).isEqualTo(deadLettered);
    }

    @Test
    void showsWhatIsNotDecidedAsRequested() {
        service.publish(service.topics().registrationRequestsBulk(), upload.row(1, "B-1"), upload.row(2, "B-2"));

        await().untilAsserted(() ->
                assertThat(states("AutopilotRegistrationRequested")).isEqualTo(2));
        assertThat(batch().get("rowCount").asInt()).isEqualTo(2);
    }

    @Test
    void countsEveryRowOnceWhicheverComesFirst() {
        var rows = new ArrayList<RegistrationRequested>();
        for (var row = 1; row <= ROWS; row++) {
            rows.add(upload.row(row, "B-" + row));
        }
        var decided = new ArrayList<>(rows.subList(0, ROWS - 10));
        Collections.shuffle(decided, new Random(4));
        service.publish(service.topics().registrationRequestsBulk(), rows);
        publishOutcomes(decided.subList(0, ROWS / 2));
        service.publish(service.topics().registrationRequestsBulk(), rows);
        publishOutcomes(decided);
        service.publish(service.topics().batches(), upload.accepted(ROWS));

        await().untilAsserted(() -> assertThat(batch().get("pending").asInt()).isEqualTo(10));
        await().untilAsserted(() ->
                assertThat(states("AutopilotRegistrationRequested")).isEqualTo(10));
        assertThat(batch().get("status").asString()).isEqualTo("processing");
        assertThat(batch().get("failed").asInt()).isEqualTo(decided.size() / 10);

        publishOutcomes(rows.subList(ROWS - 10, ROWS));
        await().untilAsserted(() -> assertThat(batch().get("status").asString()).isEqualTo("completed"));
        assertThat(api.get("/v1/batches/" + upload.batch() + "/results?limit=1")
                        .get("total")
                        .asInt())
                .isEqualTo(ROWS);
    }

    private void publishOutcomes(List<RegistrationRequested> rows) {
        for (var row : rows) {
            var fails = row.submission().position().row() % 10 == 0;
            service.publish(
                    service.topics().registrationOutcomesBulk(),
                    fails ? rejected(row, DEVICE_NOT_FOUND, START) : registered(row, 1, START));
        }
    }

    private ProducerRecord<String, byte[]> withoutItsBody(RegistrationRequested row) {
        var message = WRITER.write(service.topics().registrationRequestsBulk(), row);
        return new ProducerRecord<>(
                message.topic(), null, message.key(), "no JSON".getBytes(StandardCharsets.UTF_8), message.headers());
    }

    private double count(String outcome) {
        return service.bean(MeterRegistry.class)
                .counter("rollcall.projection", "stream", "requests-bulk", "outcome", outcome)
                .count();
    }

    private int states(String state) {
        return api.get("/v1/devices/summary").get("states").get(state).asInt();
    }

    private JsonNode batch() {
        return api.get("/v1/batches/" + upload.batch());
    }
}
