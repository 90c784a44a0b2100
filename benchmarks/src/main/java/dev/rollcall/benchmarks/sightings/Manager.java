package dev.rollcall.benchmarks.sightings;

import dev.rollcall.benchmarks.devices.Fleet;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Caller;
import dev.rollcall.identity.DeviceId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A management system that the devices of a fleet check in with, and its view of what has become of its reports.
final class Manager implements AutoCloseable {
    private static final int EVENTS_PER_REPORT = 5_000;
    private static final int LAST = 200;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final Pattern LAST_SEEN_AT = Pattern.compile("\"lastSeenAt\"\\s*:\\s*\"([^\"]+)\"");

    private final Caller caller;
    private final List<DeviceId> devices;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Manager(Caller caller, Fleet fleet) {
        this.caller = caller;
        this.devices = IntStream.range(fleet.first(), fleet.first() + fleet.size())
                .mapToObj(number -> DeviceId.of(fleet.device(number)))
                .toList();
    }

    /// That each of the devices was seen at this time; how many that are.
    int report(Instant seenAt) {
        for (var from = 0; from < devices.size(); from += EVENTS_PER_REPORT) {
            report(devices.subList(from, Math.min(devices.size(), from + EVENTS_PER_REPORT)), seenAt);
        }
        return devices.size();
    }

    /// That the last of the devices were seen: enough of them to be in every partition, behind all that was reported.
    void reportLast(Instant seenAt) {
        report(last(), seenAt);
    }

    /// Whether the projection has come to the last of the devices as they were seen then.
    boolean areLastSeen(Instant seenAt) {
        return last().stream().allMatch(device -> isSeen(device, seenAt));
    }

    private List<DeviceId> last() {
        return devices.subList(Math.max(0, devices.size() - LAST), devices.size());
    }

    @Override
    public void close() {
        http.close();
    }

    private boolean isSeen(DeviceId device, Instant seenAt) {
        var request = HttpRequest.newBuilder(caller.answerAddress().resolve("/v1/devices/" + device))
                .header("Authorization", "Bearer " + caller.token());
        var lastSeenAt = LAST_SEEN_AT.matcher(send(request.build(), OK));
        return lastSeenAt.find() && !Instant.parse(lastSeenAt.group(1)).isBefore(seenAt);
    }

    private void report(List<DeviceId> seen, Instant seenAt) {
        var body = seen.stream()
                .map(device -> "{\"deviceId\":\"%s\",\"user\":\"ada@contoso.test\",\"seenAt\":\"%s\"}"
                        .formatted(device, seenAt))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        var request = HttpRequest.newBuilder(caller.uploadAddress().resolve("/v1/device-activity"))
                .header("Authorization", "Bearer " + caller.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        send(request.build(), ACCEPTED);
    }

    private String send(HttpRequest request, int expected) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new BenchFailure(request.uri() + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailure("the server does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
