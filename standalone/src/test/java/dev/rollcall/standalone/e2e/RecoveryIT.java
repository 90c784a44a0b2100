package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.CLOCK;
import static dev.rollcall.standalone.e2e.Rollcall.CONTOSO;
import static dev.rollcall.standalone.e2e.Rollcall.FABRIKAM;
import static dev.rollcall.standalone.e2e.Rollcall.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.standalone.server.ServerInsight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.MessageListenerContainer;

/// Parts that stop, start again and forget: nothing is lost and nothing changes.
class RecoveryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whatIsPostedWhileTheWorkerIsStoppedIsRegisteredWhenItStarts() {
        var device = TestDevice.listed();
        var lanes = listeners(id -> id.equals("registration") || id.equals("registration-bulk"));
        lanes.forEach(MessageListenerContainer::stop);

        var batch = CONTOSO.post(TestDevice.script(device));

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(CONTOSO.outcomes(batch)).containsExactly("Pending"));
        CONTOSO.awaitState(device.serialNumber(), "AutopilotRegistrationRequested");
        lanes.forEach(MessageListenerContainer::start);
        CONTOSO.awaitCompleted(batch);
        assertThat(CONTOSO.outcomes(batch)).containsExactly("Registered");
    }

    @Test
    void whatHappensWhileTheProjectionIsStoppedShowsWhenItStarts() {
        var device = TestDevice.listed();
        var projection = listeners(id -> id.startsWith("status-"));
        projection.forEach(MessageListenerContainer::stop);

        var batch = CONTOSO.post(TestDevice.script(device));

        assertThat(CONTOSO.http().get("/v1/batches/" + batch).status()).isEqualTo(404);
        projection.forEach(MessageListenerContainer::start);
        await().atMost(PATIENCE)
                .until(() -> CONTOSO.http().get("/v1/batches/" + batch).status() == 200);
        CONTOSO.awaitCompleted(batch);
        assertThat(CONTOSO.outcomes(batch)).containsExactly("Registered");
    }

    @Test
    void theStatusDatabaseIsRebuiltFromTheTopicsWithTheSameAnswers() throws Exception {
        someHistory();
        var before = everything();

        var projection = listeners(id -> id.startsWith("status-"));
        projection.forEach(MessageListenerContainer::stop);
        forgetTheStatus(projection);
        assertThat(CONTOSO.http().get("/v1/devices").items()).isEmpty();
        projection.forEach(MessageListenerContainer::start);

        await().atMost(PATIENCE).untilAsserted(() -> expectTheSame(before));
    }

    private static void someHistory() {
        var devices = TestDevice.listed(3);
        CONTOSO.register(TestDevice.script(devices));
        FABRIKAM.register(TestDevice.script(devices.getFirst()));
        CONTOSO.register(TestDevice.script(devices.getLast(), TestDevice.fresh()));
        var id = CONTOSO.device(devices.get(1).serialNumber()).path("deviceId").stringValue();
        CONTOSO.http().delete("/v1/devices/" + id);
        await().atMost(PATIENCE)
                .until(() -> CONTOSO.http().get("/v1/devices/" + id).status() == 404);
        var sighting = "{\"events\":[{\"deviceId\":\"%s\",\"seenAt\":\"%s\"}]}"
                .formatted(
                        CONTOSO.device(devices.getFirst().serialNumber())
                                .path("deviceId")
                                .stringValue(),
                        CLOCK.instant());
        CONTOSO.http().post("/v1/device-activity", "application/json", sighting.getBytes(StandardCharsets.UTF_8));
        CONTOSO.awaitState(devices.getFirst().serialNumber(), "Active");
    }

    /// Lists, batches and results of two tenants, by what is asked for.
    private static Map<String, String> everything() {
        var answers = new LinkedHashMap<String, String>();
        for (var party : List.of(CONTOSO, FABRIKAM)) {
            ask(party, "/v1/devices?limit=1000&sort=serialNumber", answers);
            ask(party, "/v1/devices/summary", answers);
            for (var batch : ask(party, "/v1/batches?limit=1000", answers).items()) {
                ask(party, "/v1/batches/" + batch.path("batchId").stringValue() + "/results?limit=1000", answers);
            }
        }
        return answers;
    }

    private static Answer ask(Party party, String path, Map<String, String> answers) {
        var answer = party.http().get(path);
        answers.put(party.name() + " " + path, answer.body());
        return answer;
    }

    /// Tells the first difference: all of them together nobody could read.
    private static void expectTheSame(Map<String, String> before) {
        var now = everything();
        before.forEach(
                (question, answer) -> assertThat(now.get(question)).as(question).isEqualTo(answer));
        assertThat(now.keySet()).isEqualTo(before.keySet());
    }

    /// The groups of all its listeners, and not those that a broker lists: one that has just come back may leave some
    /// out.
    private static void forgetTheStatus(List<MessageListenerContainer> projection)
            throws InterruptedException, ExecutionException {
        var insight = new ServerInsight(SERVER);
        insight.database().sql("DROP SCHEMA status CASCADE").update();
        var groups = projection.stream()
                .map(MessageListenerContainer::getGroupId)
                .map(Objects::requireNonNull)
                .toList();
        try (var admin = Admin.create(SERVER.kafkaClientSettings())) {
            admin.deleteConsumerGroups(groups).all().get();
            for (var group : groups) {
                var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
                assertThat(offsets.get()).as(group).isEmpty();
            }
        }
        insight.statusMigrations().migrate();
    }

    private static List<MessageListenerContainer> listeners(Predicate<String> ids) {
        return SERVER.listeners().getListenerContainers().stream()
                .filter(container -> ids.test(String.valueOf(container.getListenerId())))
                .toList();
    }
}
