package dev.rollcall.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes problem answers (RFC 9457) where Spring MVC has not begun yet: in filters. The headers of the answer are
/// whoever calls it's to set.
@Component
public final class ProblemWriter {
    private static final String TYPES = "https://rollcall.dev/problems/";

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /// The last part of the problem's `type` is a stable name.
    public static ProblemDetail problem(HttpStatus status, String slug, String title) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPES + slug));
        problem.setTitle(title);
        return problem;
    }

    /// A problem that needs no more words than its status has: `not-found`, `forbidden`, …
    public static ProblemDetail problem(HttpStatus status) {
        var title = status.getReasonPhrase();
        return problem(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title);
    }

    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        var body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
