package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.events.RelationshipStep;
import dev.rollcall.events.Side;
import dev.rollcall.fixtures.TestPostgres;
import dev.rollcall.identity.RequestId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What was committed becomes events, in order, whatever happens between.
class RelationshipEventsIT {
    private static final String PATH = "/v1/partner-relationships";

    private final String partner = Tokens.partner("partner-" + UUID.randomUUID(), "partners:manage");
    private final String customerName = "tenant-" + UUID.randomUUID();
    private final String customer = Tokens.tenant(customerName, "partners:manage");

    @Test
    void eachStepBecomesAnEventWithAllStepsBeforeIt() {
        var server = UploadServer.shared();

        var asked = ask(server, customerName);
        var id = asked.text("id");
        await().until(() -> server.tap().changesOf(id).size() == 1);
        var accepted = act(server, customer, id, "accept");
        await().until(() -> server.tap().changesOf(id).size() == 2);
        var ended = act(server, partner, id, "end");
        await().until(() -> server.tap().changesOf(id).size() == 3);

        var asking = step(Side.PARTNER, asked, "requestedAt");
        var accepting = step(Side.CUSTOMER, accepted, "acceptedAt");
        var ending = step(Side.PARTNER, ended, "endedAt");
        assertThat(server.tap().changesOf(id))
                .satisfiesExactly(
                        change -> assertThat(change)
                                .isInstanceOfSatisfying(
                                        RelationshipRequested.class,
                                        event -> assertThat(event.steps()).containsExactly(asking)),
                        change -> assertThat(change)
                                .isInstanceOfSatisfying(
                                        RelationshipAccepted.class,
                                        event -> assertThat(event.steps()).containsExactly(asking, accepting)),
                        change -> assertThat(change)
                                .isInstanceOfSatisfying(
                                        RelationshipEnded.class,
                                        event -> assertThat(event.steps()).containsExactly(asking, accepting, ending)));
    }

    @Test
    void whatChangesNothingIsNoEvent() {
        var server = UploadServer.shared();
        var id = ask(server, customerName).text("id");
        act(server, customer, id, "accept");
        act(server, customer, id, "accept");
        act(server, partner, id, "end");
        act(server, partner, id, "end");
        awaitEnded(server, id);

        assertThat(server.tap().changesOf(id)).doesNotHaveDuplicates();
    }

    @Test
    void instancesSideBySideKeepTheOrderOfEachRelationship() {
        var database = TestPostgres.newDatabase();
        try (var one = UploadServer.start(Map.of("spring.datasource.url", database));
                var other = UploadServer.start(
                        Map.of("spring.datasource.url", database, "rollcall.topic-prefix", one.topics.prefix()))) {
            var ids = new ArrayList<String>();
            for (var number = 0; number < 30; number++) {
                var name = "tenant-" + UUID.randomUUID();
                var id = ask(number % 2 == 0 ? one : other, name).text("id");
                act(number % 2 == 0 ? other : one, Tokens.tenant(name, "partners:manage"), id, "accept");
                act(number % 2 == 0 ? one : other, partner, id, "end");
                ids.add(id);
            }

            var changes = await().until(
                            () -> one.tap().changes(),
                            all -> ids.stream().allMatch(id -> hasEnded(all.getOrDefault(id, List.of()))));
            assertThat(changes.values())
                    .allSatisfy(ofOne -> assertThat(steps(ofOne)).isSorted().doesNotHaveDuplicates());
        }
    }

    @Test
    void callsAreAnsweredWhileKafkaIsAwayAndTheNextStartPublishes() throws IOException {
        var database = TestPostgres.newDatabase();
        var id = "";
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = UploadServer.start(Map.of(
                        "spring.datasource.url", database,
                        "spring.kafka.bootstrap-servers", "127.0.0.1:" + deaf.getLocalPort(),
                        "spring.kafka.admin.operation-timeout", "1s",
                        "spring.kafka.admin.properties.default.api.timeout.ms", "1000",
                        "spring.kafka.admin.properties.request.timeout.ms", "1000"))) {
            id = ask(server, customerName).text("id");
            assertThat(act(server, customer, id, "accept").status()).isEqualTo(200);
        }

        try (var server = UploadServer.start(Map.of("spring.datasource.url", database))) {
            var relationship = id;
            await().untilAsserted(() -> assertThat(server.tap().changesOf(relationship))
                    .singleElement()
                    .isInstanceOf(RelationshipAccepted.class));
        }
    }

    @Test
    void anEventFollowsItsStepAtOnce() {
        try (var server = UploadServer.start(Map.of("rollcall.upload.relationships.relay-interval", "1h"))) {
            var id = ask(server, customerName).text("id");

            await().until(() -> !server.tap().changesOf(id).isEmpty());
        }
    }

    private static void awaitEnded(UploadServer server, String id) {
        await().until(() -> hasEnded(server.tap().changesOf(id)));
    }

    private static boolean hasEnded(List<RelationshipChange> changes) {
        return !changes.isEmpty() && changes.getLast() instanceof RelationshipEnded;
    }

    private static List<Long> steps(List<RelationshipChange> changes) {
        return changes.stream().map(change -> change.steps().count()).toList();
    }

    private static RelationshipStep step(Side side, Answer answer, String at) {
        return new RelationshipStep(
                side,
                "admin@contoso.com",
                Instant.parse(answer.text(at)),
                new RequestId(UUID.fromString(answer.header("X-Request-Id"))));
    }

    private Answer ask(UploadServer server, String name) {
        return server.post(PATH).as(partner).sendJson("{\"customer\":\"" + name + "\"}");
    }

    private static Answer act(UploadServer server, String token, String id, String action) {
        return server.post(PATH + "/" + id + ":" + action).as(token).sendNothing();
    }
}
