package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several callers at the very same moment.
class RelationshipRaceIT {
    private static final String PATH = "/v1/partner-relationships";
    private static final int ROUNDS = 20;

    private final UploadServer server = UploadServer.shared();

    @Test
    void ofManyThatAskAtOnceOneBegetsTheRelationship() {
        for (var round = 0; round < ROUNDS; round++) {
            var pair = new Pair();

            var answers = atOnce(IntStream.range(0, 4)
                    .<Callable<Answer>>mapToObj(_ -> pair::ask)
                    .toList());

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
            assertThat(answers)
                    .extracting(answer -> answer.text(answer.status() == 201 ? "id" : "relationshipId"))
                    .containsOnly(
                            answers.getFirst().text(answers.getFirst().status() == 201 ? "id" : "relationshipId"));
        }
    }

    @Test
    void acceptingAndEndingAtOnceMakeOneHistory() {
        for (var round = 0; round < ROUNDS; round++) {
            var pair = new Pair();
            var id = pair.ask().text("id");

            var answers = atOnce(List.of(
                    () -> pair.act(pair.customer, id, "accept"),
                    () -> pair.act(pair.partner, id, "end"),
                    () -> pair.act(pair.customer, id, "end")));

            var accepted = answers.getFirst();
            var last = server.call("GET", PATH + "/" + id).as(pair.partner).sendNothing();
            assertThat(last.text("status")).isEqualTo("ended");
            assertThat(accepted.status()).isIn(200, 409);
            assertThat(last.body().has("acceptedAt")).isEqualTo(accepted.status() == 200);
            assertThat(answers.subList(1, 3)).allSatisfy(end -> {
                assertThat(end.status()).isEqualTo(200);
                assertThat(end.body()).isEqualTo(last.body());
            });
        }
    }

    private final class Pair {
        final String customerName = "tenant-" + UUID.randomUUID();
        final String customer = Tokens.tenant(customerName, "partners:manage");
        final String partner = Tokens.partner("partner-" + UUID.randomUUID(), "partners:manage");

        Answer ask() {
            return server.post(PATH).as(partner).sendJson("{\"customer\":\"" + customerName + "\"}");
        }

        Answer act(String token, String id, String action) {
            return server.post(PATH + "/" + id + ":" + action).as(token).sendNothing();
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) {
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
