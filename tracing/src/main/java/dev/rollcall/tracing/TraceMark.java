package dev.rollcall.tracing;

import io.micrometer.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The place in a trace that an event was published from, as its header tells it: W3C Trace Context's `traceparent`.
public record TraceMark(String text) {
    static final TraceMark NONE = new TraceMark("");

    private static final String HEADER = "traceparent";
    private static final Pattern SAMPLED = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf]");

    static TraceMark of(TraceContext context) {
        return new TraceMark("00-" + context.traceId() + "-" + context.spanId() + "-01");
    }

    /// Null where no trace is recorded.
    static @Nullable TraceMark among(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        var text = new String(header.value(), StandardCharsets.US_ASCII);
        return SAMPLED.matcher(text).matches() ? new TraceMark(text) : null;
    }

    /// Takes the place of another mark there.
    public void putInto(Headers headers) {
        if (!text.isEmpty()) {
            headers.remove(HEADER).add(HEADER, text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Trace and span.
    Optional<Ids> ids() {
        var parts = SAMPLED.matcher(text);
        return parts.matches() ? Optional.of(new Ids(parts.group(1), parts.group(2))) : Optional.empty();
    }

    record Ids(String trace, String span) {}
}
