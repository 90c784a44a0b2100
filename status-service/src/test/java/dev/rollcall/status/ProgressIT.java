package dev.rollcall.status;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.status.fixtures.Happenings.registered;
import static dev.rollcall.status.fixtures.Happenings.rejected;
import static dev.rollcall.status.fixtures.RunningService.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.status.fixtures.Api;
import dev.rollcall.status.fixtures.Happenings.Upload;
import dev.rollcall.status.fixtures.RunningService;
import dev.rollcall.status.fixtures.SharedService;
import dev.rollcall.status.fixtures.Tokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A batch that is followed by its events.
class ProgressIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Executor READERS = Executors.newVirtualThreadPerTaskExecutor();

    private final RunningService service = SharedService.get();
    private final String tenant = "progress-" + UUID.randomUUID();
    private final Api api = service.api(Tokens.tenant(tenant, "devices:read"));
    private final Upload upload = Upload.of(tenant, "one", START);
    private final String path = "/v1/batches/" + upload.batch() + "/events";

    @Test
    void tellsEachStepUntilTheLastRowIsDecided() {
        var first = upload.row(1, "P-1");
        var second = upload.row(2, "P-2");
        service.publish(service.topics().registrationRequestsBulk(), first, second);
        service.publish(service.topics().batches(), upload.accepted(2));
        await().until(() -> api.status("/v1/batches/" + upload.batch()) == 200);
        var events = follow("");

        service.publish(service.topics().registrationOutcomes(), registered(first, 1, START.plusSeconds(5)));
        await().untilAsserted(() -> assertThat(counts(events.told)).contains("1 of 2"));
        service.publish(
                service.topics().registrationOutcomesBulk(), rejected(second, DEVICE_NOT_FOUND, START.plusSeconds(7)));

        await().untilAsserted(() -> assertThat(events.end).isCompleted());
        assertThat(counts(events.told)).doesNotHaveDuplicates().endsWith("2 of 2");
        assertThat(events.told.getLast().get("status").asString()).isEqualTo("completed");
        assertThat(api.answer("GET", path, "Last-Event-ID", events.ids.getLast())
                        .statusCode())
                .isEqualTo(204);
        assertThat(events.ids).hasSameSizeAs(events.told);
    }

    @Test
    void beginsWhereACallerLeftOff() {
        var row = upload.row(1, "P-3");
        service.publish(service.topics().registrationRequestsBulk(), row);
        service.publish(service.topics().batches(), upload.accepted(1));
        await().untilAsserted(() -> assertThat(
                        api.get("/v1/batches/" + upload.batch()).get("status").asString())
                .isEqualTo("processing"));
        var broken = follow("");
        await().untilAsserted(() -> assertThat(broken.ids).isNotEmpty());

        var resumed = follow(broken.ids.getLast());
        service.publish(service.topics().registrationOutcomes(), registered(row, 1, START.plusSeconds(5)));

        await().untilAsserted(() -> assertThat(resumed.end).isCompleted());
        assertThat(counts(resumed.told)).containsExactly("1 of 1");
    }

    @Test
    void isThereForNobodyElse() {
        service.publish(service.topics().registrationRequestsBulk(), upload.row(1, "P-4"));
        await().until(() -> api.status("/v1/batches/" + upload.batch()) == 200);

        var other = service.api(Tokens.tenant("other-" + tenant, "devices:read"));

        assertThat(other.status(path)).isEqualTo(404);
        assertThat(service.api("").status(path)).isEqualTo(401);
    }

    @Test
    void givesAPartyTwentyStreams() {
        service.publish(service.topics().registrationRequestsBulk(), upload.row(1, "P-5"));
        await().until(() -> api.status("/v1/batches/" + upload.batch()) == 200);

        var streams = Stream.generate(() -> follow("")).limit(20).toList();
        await().untilAsserted(() -> assertThat(streams).noneMatch(stream -> stream.ids.isEmpty()));
        var refused = api.answer("GET", path);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("too-many-streams");
    }

    private static List<String> counts(List<JsonNode> told) {
        return List.copyOf(told).stream()
                .map(batch ->
                        batch.get("rowCount").asLong() - batch.get("pending").asLong() + " of "
                                + batch.get("rowCount").asLong())
                .distinct()
                .toList();
    }

    private Events follow(String lastId) {
        var request =
                HttpRequest.newBuilder(api.origin().resolve(path)).header("Authorization", "Bearer " + api.token());
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        return new Events(HTTP.sendAsync(request.build(), BodyHandlers.ofLines()));
    }

    private static final class Events {
        private final List<String> ids = new CopyOnWriteArrayList<>();
        private final List<JsonNode> told = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> end;

        Events(CompletableFuture<HttpResponse<Stream<String>>> answer) {
            end = answer.thenAcceptAsync(response -> response.body().forEach(this::read), READERS);
        }

        private void read(String line) {
            if (line.startsWith("id:")) {
                ids.add(line.substring(3));
            } else if (line.startsWith("data:")) {
                told.add(Api.json(line.substring(5)));
            }
        }
    }
}
