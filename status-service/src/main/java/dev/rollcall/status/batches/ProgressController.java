package dev.rollcall.status.batches;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.BatchId;
import dev.rollcall.status.batches.BatchView.Status;
import dev.rollcall.status.web.Places;
import dev.rollcall.status.web.Problem;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// `GET /v1/batches/{batchId}/events`: how a batch gets on, as Server-Sent Events, until its last row is decided.
@RestController
class ProgressController {
    private final BatchList batches;
    private final ProgressStreams streams;

    ProgressController(BatchList batches, ProgressStreams streams) {
        this.batches = batches;
        this.streams = streams;
    }

    /// Whoever comes back with the id of the last event is told not to come again.
    @GetMapping(path = "/v1/batches/{batchId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<?> events(
            Caller caller,
            @PathVariable UUID batchId,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastId) {
        var followed = new Followed(BatchOwner.of(caller), new BatchId(batchId));
        var batch = batches.find(followed.owner(), followed.batch());
        if (batch.isEmpty()) {
            return Problem.notFound("batch");
        }
        var now = batch.get();
        if (now.status() == Status.COMPLETED && ProgressStream.id(now).equals(lastId)) {
            return ResponseEntity.noContent().build();
        }
        var opened = streams.open(followed, now, lastId);
        return opened.isPresent() ? answer(opened.get()) : tooMany();
    }

    private static ResponseEntity<SseEmitter> answer(SseEmitter events) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .body(events);
    }

    private static ResponseEntity<Problem> tooMany() {
        return Places.noneLeft(Problem.answer(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "The limit is " + ProgressStreams.OF_ONE_PARTY + " streams of events of a party at a time, and "
                        + ProgressStreams.OF_ALL + " of all."));
    }
}
