package dev.rollcall.faults.checker;

import static dev.rollcall.faults.checker.Promise.REFUSALS_LEAVE_NOTHING;
import static dev.rollcall.faults.checker.Promise.RELEASES_END;
import static dev.rollcall.faults.checker.Promise.RETRIES_CHANGE_NOTHING;
import static dev.rollcall.faults.checker.Promise.SIGHTINGS_ARE_KEPT;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.faults.checker.Uploads.Attempts;
import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.identity.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what clients were answered against what was published.
record Answers(List<Call> calls, Uploads uploads, Ends ends, Evidence.Topics topics) {

    Stream<Violation> violations() {
        return Stream.of(refusals(), retries(), releases(), sightings()).flatMap(all -> all);
    }

    private Stream<Violation> refusals() {
        var accepted = topics.batches().stream().map(BatchAccepted::batchId).collect(Collectors.toSet());
        return uploads.all().stream()
                .filter(Attempts::wereInVain)
                .filter(attempts ->
                        topics.batchesOfRows().contains(attempts.batch()) || accepted.contains(attempts.batch()))
                .map(attempts -> new Violation(REFUSALS_LEAVE_NOTHING, "there is something of " + attempts));
    }

    private Stream<Violation> retries() {
        return uploads.taken()
                .filter(attempts -> attempts.calls().stream()
                                .filter(Call::succeeded)
                                .map(call -> List.of(call.act(), told(call)))
                                .distinct()
                                .count()
                        > 1)
                .map(attempts -> new Violation(RETRIES_CHANGE_NOTHING, "answered otherwise: " + attempts));
    }

    /// The id and the size of the batch.
    private static List<String> told(Call call) {
        var body = body(call);
        return List.of(body.path("batchId").asString(), body.path("rowCount").asString());
    }

    private Stream<Violation> releases() {
        return calls.stream()
                .filter(call -> call.act() instanceof Act.Release)
                .filter(Call::succeeded)
                .flatMap(call -> body(call).path("accepted").valueStream())
                .map(accepted ->
                        new RequestId(UUID.fromString(accepted.path("requestId").asString())))
                .filter(request -> ends.differing(request).size() != 1
                        || ends.of(request).size() != topics.requests().getOrDefault(request, 0))
                .map(request -> new Violation(RELEASES_END, request + " ended as " + ends.of(request)));
    }

    private Stream<Violation> sightings() {
        var latest = topics.sightings().stream()
                .collect(Collectors.toMap(DeviceSeen::key, DeviceSeen::seenAt, Answers::later));
        return calls.stream().filter(Call::succeeded).flatMap(call -> lost(call, latest));
    }

    private static Stream<Violation> lost(Call call, Map<String, Instant> latest) {
        if (!(call.act() instanceof Act.Sighting(var devices, var seenAt))) {
            return Stream.empty();
        }
        return devices.stream()
                .filter(device -> latest.getOrDefault(device + "/" + call.tenant(), Instant.MIN)
                        .isBefore(seenAt))
                .map(device -> new Violation(SIGHTINGS_ARE_KEPT, device + " was seen at " + seenAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static JsonNode body(Call call) {
        return call.answer() instanceof Answer.Given(var _, var body)
                ? JsonMapper.shared().readTree(body)
                : JsonMapper.shared().missingNode();
    }
}
