package dev.rollcall.access.chain;

import dev.rollcall.access.web.AnswerHeaders;
import dev.rollcall.access.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.stereotype.Component;

/// 401, 403, 404 and 503 of the filter chains. The `WWW-Authenticate` header is that of RFC 6750.
@Component
class Refusals {
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final AnswerHeaders HEADERS = new AnswerHeaders();

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final RefusalPace pace = new RefusalPace();
    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge.commence(request, response, cause);
        if (!pace.await()) {
            close(response);
        }
        closeBeforeBody(request, response);
        var problem = ProblemWriter.problem(HttpStatus.UNAUTHORIZED);
        problem.setDetail("A valid bearer token is needed.");
        problems.write(response, problem);
    }

    /// The issuer of the token is away. The same call with the same token may succeed in a while.
    void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        var problem = ProblemWriter.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", "Temporarily unavailable");
        problem.setDetail("The token can't be checked at present, because its issuer does not answer.");
        problems.write(response, problem);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        denial.handle(request, response, cause);
        var problem = ProblemWriter.problem(HttpStatus.FORBIDDEN);
        problem.setDetail("The token lacks the scope for this call, or does not name the party that it is for.");
        problems.write(response, problem);
    }

    /// For what no call of ours answers. What the server itself has refused keeps its status; all else is not there.
    void noCall(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var refused =
                request.getDispatcherType() == DispatcherType.ERROR ? HttpStatus.resolve(response.getStatus()) : null;
        var status = refused == null || !refused.isError() ? HttpStatus.NOT_FOUND : refused;
        closeBeforeBody(request, response);
        HEADERS.writeHeaders(request, response); // the chain's own writer leaves error dispatches out
        problems.write(response, ProblemWriter.problem(status));
    }

    /// The body of a stranger is not waited for, so its connection may end: said, that nobody sends a further request
    /// into it.
    private static void closeBeforeBody(HttpServletRequest request, HttpServletResponse response) {
        if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            close(response);
        }
    }

    private static void close(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
    }
}
