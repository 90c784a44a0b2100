package dev.rollcall.upload.web;

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

/// Gives every answer an `X-Request-Id` of our own making, and every log line of the request the same. Where another
/// service of the same process was faster, its id stays.
@Component("uploadRequestIdFilter")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-Id";
    private static final String LOG_KEY = "httpRequestId";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (response.containsHeader(HEADER)) {
            chain.doFilter(request, response);
            return;
        }
        var id = UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(LOG_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    /// What the web server refuses by itself reaches us as an error dispatch only.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
