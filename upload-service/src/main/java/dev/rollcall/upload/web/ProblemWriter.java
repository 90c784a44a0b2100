package dev.rollcall.upload.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes problem answers where Spring MVC has not begun yet: in the security filters. The
/// `WWW-Authenticate` header is that of RFC 6750.
@Component
public final class ProblemWriter {
    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        challenge.commence(request, response, cause);
        var problem = Problems.of(HttpStatus.UNAUTHORIZED);
        problem.setDetail("A valid bearer token is needed.");
        write(response, problem);
    }

    public void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        denial.handle(request, response, cause);
        var problem = Problems.of(HttpStatus.FORBIDDEN);
        problem.setDetail("The token lacks the scope for this call, or does not name the party that it is for.");
        write(response, problem);
    }

    /// For what no call of ours answers. What the server itself has refused keeps its status; all
    /// else is not there.
    public void noCall(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var refused =
                request.getDispatcherType() == DispatcherType.ERROR ? HttpStatus.resolve(response.getStatus()) : null;
        write(response, Problems.of(refused == null ? HttpStatus.NOT_FOUND : refused));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        var body = json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
