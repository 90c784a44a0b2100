package dev.rollcall.upload.web;

import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// The problem answers (RFC 9457) of this service. The last part of `type` is a stable name; texts may change.
public final class Problems {
    private static final String TYPES = "https://rollcall.dev/problems/";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private Problems() {}

    public static ProblemDetail of(HttpStatusCode status, String slug, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + slug));
        problem.setTitle(title);
        return problem;
    }

    /// For what needs no more words than the status itself has: `method-not-allowed`, `not-found`, …
    public static ProblemDetail of(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        var title = known == null ? "Error " + status.value() : known.getReasonPhrase();
        return of(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title);
    }

    public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    public static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, List<Problem> errors) {
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    /// What is wrong with an upload as a whole, problem by problem, and the limit where it went beyond one.
    public static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
        var problem = switch (refusal.kind()) {
            case UNREADABLE -> of(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-upload", "The upload can't be read");
            case MALFORMED -> of(HttpStatus.BAD_REQUEST, "malformed-upload", "The upload is malformed");
            case TOO_LARGE -> of(HttpStatus.CONTENT_TOO_LARGE, "upload-too-large", "The upload is too large");
            case BROKEN_OFF -> of(HttpStatus.BAD_REQUEST, "upload-broken-off", "The upload broke off");
            case NO_ROOM -> null;
        };
        return problem == null ? unavailable() : answer(problem, refusal);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, Refusal refusal) {
        problem.setDetail("Nothing was published. Mend what \"errors\" lists and send everything again.");
        if (refusal.limit() != null) {
            problem.setProperty("limit", refusal.limit());
        }
        return answer(problem, refusal.problems());
    }

    /// Something this service needs is away. Nothing is lost by sending the same again.
    public static ResponseEntity<ProblemDetail> unavailable() {
        var problem = of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", "Temporarily unavailable");
        problem.setDetail("Something that is needed here is away. Send the same again in a while.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
