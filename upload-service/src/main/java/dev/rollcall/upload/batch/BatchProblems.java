package dev.rollcall.upload.batch;

import dev.rollcall.upload.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// The refusals around idempotency keys, in words for the one who is refused.
final class BatchProblems {
    private BatchProblems() {}

    static ResponseEntity<ProblemDetail> malformedKey() {
        var problem =
                Problems.of(HttpStatus.BAD_REQUEST, "malformed-idempotency-key", "The idempotency key is malformed");
        problem.setDetail("An Idempotency-Key has 1 to 255 printable ASCII characters.");
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> keyReused() {
        var problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", "The idempotency key was used before");
        problem.setDetail("Another upload was sent with this Idempotency-Key. Send this one with a key of its own.");
        return Problems.answer(problem);
    }

    static ResponseEntity<ProblemDetail> keyInUse() {
        var problem = Problems.of(HttpStatus.CONFLICT, "idempotency-key-in-use", "The same upload is still at work");
        problem.setDetail("An upload with this Idempotency-Key has not ended yet. Ask again in a while.");
        return Problems.answer(problem);
    }
}
