package dev.rollcall.faults.load;

import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.History;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.TenantId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/// A tenant's client of the API. Each call goes to the next of the instances, and is written down with its answer.
public final class Party implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String tenant;
    private final String token;
    private final Instances doors;
    private final Instances desks;
    private final History history;
    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /// Changes are asked for at the `doors`, questions at the `desks`.
    public Party(String tenant, String token, Instances doors, Instances desks, History history) {
        this.tenant = tenant;
        this.token = token;
        this.doors = doors;
        this.desks = desks;
        this.history = history;
    }

    public String tenant() {
        return tenant;
    }

    public String token() {
        return token;
    }

    /// The batch that is posted under this key.
    BatchId batch(String key) {
        return BatchId.of(new TenantId(tenant), tenant, key);
    }

    Answer upload(Act act, String key, byte[] csv) {
        return call(
                act,
                doors,
                "/v1/batches",
                request -> request.header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofByteArray(csv)));
    }

    Answer post(Act act, String path, String json) {
        return call(
                act,
                doors,
                path,
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer ask(String path) {
        return call(new Act.Question(path), desks, path, request -> request);
    }

    @Override
    public void close() {
        http.close();
    }

    private interface Content {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer call(Act act, Instances instances, String path, Content content) {
        var addresses = instances.now();
        if (addresses.isEmpty()) {
            return nobody(act);
        }
        var address = addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
        var request = content.of(HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .timeout(PATIENCE))
                .build();
        var begun = clock.instant();
        var answer = send(request);
        history.add(new Call(tenant, act, address.toString(), begun, clock.instant(), worthKeeping(act, answer)));
        return answer;
    }

    private Answer nobody(Act act) {
        var now = clock.instant();
        var answer = new Answer.None("nobody is ready");
        history.add(new Call(tenant, act, "", now, now, answer));
        return answer;
    }

    /// What a question is answered changes all the time, and is much.
    private static Answer worthKeeping(Act act, Answer answer) {
        return act instanceof Act.Question && answer instanceof Answer.Given(var status, var _)
                ? new Answer.Given(status, "")
                : answer;
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer.Given(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer.None(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None(e.toString());
        }
    }
}
