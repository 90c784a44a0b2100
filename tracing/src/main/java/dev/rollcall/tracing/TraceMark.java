package dev.rollcall.tracing;

import io.micrometer.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/// The span that an event was published from, as its header tells it: W3C Trace Context's `traceparent`.
public record TraceMark(String trace, String span) {
    static final TraceMark NONE = new TraceMark("", "");

    private static final String HEADER = "traceparent";
    private static final Pattern SAMPLED = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf]");

    static TraceMark of(TraceContext context) {
        return new TraceMark(context.traceId(), context.spanId());
    }

    /// Empty where no trace is recorded.
    static Optional<TraceMark> among(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        var parts = SAMPLED.matcher(new String(header.value(), StandardCharsets.US_ASCII));
        return parts.matches() ? Optional.of(new TraceMark(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /// Takes the place of another mark there.
    public void putInto(Headers headers) {
        if (!equals(NONE)) {
            var text = "00-" + trace + "-" + span + "-01";
            headers.remove(HEADER).add(HEADER, text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
