package dev.rollcall.access.server;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// A problem (RFC 9457) that says no more than its status: for answers that no service gives.
final class ProblemText {
    private ProblemText() {}

    static String of(HttpStatus status) {
        var slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return "{\"type\":\"https://rollcall.dev/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(slug, status.getReasonPhrase(), status.value());
    }
}
