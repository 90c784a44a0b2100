package dev.rollcall.access.server;

import dev.rollcall.access.web.AnswerHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// What Tomcat refuses before any of our code sees it, a request line that is none say, in the
/// shape of all our answers instead of a page of HTML. Public because Tomcat makes it.
public final class ProblemReportValve extends ErrorReportValve {
    private static final AnswerHeaders HEADERS = new AnswerHeaders();
    private static final String REQUEST_ID = "X-Request-Id";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (!response.containsHeader(REQUEST_ID)) {
            response.setHeader(REQUEST_ID, UUID.randomUUID().toString());
        }
        HEADERS.writeHeaders(request, response);
        write(response, status);
    }

    private static void write(Response response, HttpStatus status) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(ProblemText.of(status));
            response.finishResponse();
        } catch (IOException _) {
            // The client has gone.
        }
    }
}
