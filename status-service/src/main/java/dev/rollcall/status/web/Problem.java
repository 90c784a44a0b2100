package dev.rollcall.status.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.status.paging.InvalidParameter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An error as RFC 9457 has it. `type` is stable; nothing in it comes from an exception's message.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String parameter) {
    private static final String TYPES = "https://rollcall.dev/problems/";

    public static ResponseEntity<Problem> answer(HttpStatus status, String slug, String detail) {
        return new Problem(TYPES + slug, status.getReasonPhrase(), status.value(), detail, null).answer();
    }

    public static ResponseEntity<Problem> notFound(String what) {
        return answer(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
    }

    public static ResponseEntity<Problem> invalid(InvalidParameter invalid) {
        var status = HttpStatus.BAD_REQUEST;
        return new Problem(
                        TYPES + "invalid-parameter",
                        status.getReasonPhrase(),
                        status.value(),
                        invalid.detail(),
                        invalid.parameter())
                .answer();
    }

    static Problem of(HttpStatus status, @Nullable String detail) {
        return new Problem(type(status), status.getReasonPhrase(), status.value(), detail, null);
    }

    /// The type of a problem that is no more special than its status.
    static String type(HttpStatus status) {
        return TYPES + status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private ResponseEntity<Problem> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
