package dev.rollcall.access.web;

import dev.rollcall.identity.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every answer an `X-Request-Id` of our own making, every log line of the call the same, and controllers that
/// ask for it the same as their `RequestId`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestIdFilter.class.getName() + ".id";
    private static final String LOG_KEY = "callId";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = of(request);
        response.setHeader(HEADER, id.toString());
        try (var _ = MDC.putCloseable(LOG_KEY, id.toString())) {
            chain.doFilter(request, response);
        }
    }

    /// The id of the call; made at the first question, the same in all its dispatches.
    static RequestId of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestId known) {
            return known;
        }
        var id = new RequestId(UUID.randomUUID());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /// What the web server refuses by itself reaches us as an error dispatch only.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
