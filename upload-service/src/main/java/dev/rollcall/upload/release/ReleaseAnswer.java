package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.release.RefusedRelease.Cause;
import dev.rollcall.upload.release.ReleaseOutcome.Decided;
import dev.rollcall.upload.web.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What a call for releases is answered.
final class ReleaseAnswer {
    private ReleaseAnswer() {}

    record One(RequestId requestId) {}

    record Many(List<AcceptedRelease> accepted, List<Refused> refused) {}

    /// `status` and `title` are those that a call for this device alone is answered with.
    record Refused(DeviceId deviceId, int status, String title) {}

    static ResponseEntity<?> ofOne(Decided decided) {
        return decided.accepted().isEmpty()
                ? Problems.answer(problem(decided.refusal()))
                : ResponseEntity.accepted()
                        .body(new One(decided.accepted().getFirst().requestId()));
    }

    static ResponseEntity<?> ofMany(Decided decided) {
        var refused = decided.refused().stream().map(ReleaseAnswer::refused).toList();
        if (!decided.accepted().isEmpty()) {
            return ResponseEntity.accepted().body(new Many(decided.accepted(), refused));
        }
        var problem = problem(decided.refusal());
        problem.setProperty("refused", refused);
        return Problems.answer(problem);
    }

    private static Refused refused(RefusedRelease release) {
        var problem = problem(release.cause());
        return new Refused(release.device(), problem.getStatus(), String.valueOf(problem.getTitle()));
    }

    private static ProblemDetail problem(Cause cause) {
        return switch (cause) {
            case ABSENT -> Problems.of(HttpStatus.NOT_FOUND);
            case PENDING -> pending();
        };
    }

    private static ProblemDetail pending() {
        var problem = Problems.of(HttpStatus.CONFLICT, "registration-pending", "The registration is not done yet");
        problem.setDetail("A device whose registration is pending can't be removed. Try again when it has an outcome.");
        return problem;
    }
}
