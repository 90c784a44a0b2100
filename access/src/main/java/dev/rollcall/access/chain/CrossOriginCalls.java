package dev.rollcall.access.chain;

import dev.rollcall.access.web.ProblemWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/// Lets pages of the allowed origins call us. A preflight request is answered here, since it carries no token.
/// There are no cookies to be sent along.
@Component
@EnableConfigurationProperties(CorsProperties.class)
class CrossOriginCalls {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final List<String> REQUEST_HEADERS =
            List.of("Authorization", "Content-Type", "Idempotency-Key", "Accept", "Accept-Language", "Last-Event-ID");
    private static final List<String> ANSWER_HEADERS =
            List.of("Location", "X-Request-Id", "RateLimit", "RateLimit-Policy", "Retry-After", "Idempotent-Replayed");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final CorsProperties properties;
    private final JsonMapper json;

    CrossOriginCalls(CorsProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    /// Where no origin is allowed, answers say nothing of origins, and browsers keep other pages from reading them.
    HttpSecurity allowedIn(HttpSecurity http) {
        return properties.allowedOrigins().isEmpty() ? http : http.addFilter(filter());
    }

    private CorsFilter filter() {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.allowedOrigins());
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(REQUEST_HEADERS);
        allowed.setExposedHeaders(ANSWER_HEADERS);
        allowed.setMaxAge(REMEMBERED);
        var filter = new CorsFilter(_ -> allowed);
        filter.setCorsProcessor(new ProblemsForStrangers(json));
        return filter;
    }

    private static final class ProblemsForStrangers extends DefaultCorsProcessor {
        private final JsonMapper json;

        ProblemsForStrangers(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            var problem = ProblemWriter.problem(HttpStatus.FORBIDDEN);
            problem.setDetail("Pages of this origin, or with these headers, may not make this call.");
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody().write(json.writeValueAsBytes(problem));
            response.flush();
        }
    }
}
