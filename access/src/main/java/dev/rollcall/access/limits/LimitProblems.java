package dev.rollcall.access.limits;

import dev.rollcall.access.web.ProblemWriter;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// What is beyond a limit: each answer names the limit, and each is counted.
final class LimitProblems {
    private static final String SOON = "1";
    private static final String UPLOADS = "uploads";
    private static final String BYTES = "bytes";

    private final ProblemWriter problems;
    private final MeterRegistry meters;

    LimitProblems(ProblemWriter problems, MeterRegistry meters) {
        this.problems = problems;
        this.meters = meters;
        Stream.of("calls", UPLOADS, BYTES).forEach(this::limited);
    }

    void tooManyCalls(HttpServletResponse response, String unit, Quota quota, ConsumptionProbe probe)
            throws IOException {
        var wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1)));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        var problem = ProblemWriter.problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-calls", "Too many calls");
        problem.setDetail("The limit is " + quota.burst() + " calls at once and " + quota.perMinute() + " a minute.");
        write(response, problem, Map.of("unit", unit, "maximum", quota.burst(), "seconds", quota.windowSeconds()));
    }

    void tooManyUploads(HttpServletResponse response, int most) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        var problem = ProblemWriter.problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-uploads", "Too many uploads");
        problem.setDetail("The limit is " + most + " bodies on their way at the same time.");
        write(response, problem, Map.of("unit", UPLOADS, "maximum", most));
    }

    void tooManyBytes(HttpServletResponse response, long most) throws IOException {
        var problem = ProblemWriter.problem(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The body is too large");
        problem.setDetail("The limit is " + most + " bytes.");
        write(response, problem, Map.of("unit", BYTES, "maximum", most));
    }

    private void write(HttpServletResponse response, ProblemDetail problem, Map<String, Object> limit)
            throws IOException {
        problem.setProperty("limit", limit);
        limited(String.valueOf(limit.get("unit"))).increment();
        problems.write(response, problem);
    }

    private Counter limited(String unit) {
        return meters.counter("rollcall.calls.limited", "limit", unit);
    }
}
