package dev.rollcall.status.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// 401 and 403 as problems, with the `WWW-Authenticate` header that RFC 6750 asks for.
@Component
public final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final BearerTokenAuthenticationEntryPoint unauthenticated = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();
    private final JsonMapper json;

    SecurityProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        unauthenticated.commence(request, response, reason);
        write(response, "A valid bearer token is needed.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        denied.handle(request, response, reason);
        write(response, "The token does not allow this call.");
    }

    /// For what no service of the process answers, whoever asks. What the server itself has refused keeps its status.
    public void notFound(HttpServletRequest request, HttpServletResponse response, Exception reason)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR && response.getStatus() != HttpStatus.OK.value()) {
            write(response, "The server could not take this call.");
            return;
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        write(response, "There is nothing here.");
    }

    private void write(HttpServletResponse response, String detail) throws IOException {
        var status = HttpStatus.valueOf(response.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(status, detail)));
    }
}
