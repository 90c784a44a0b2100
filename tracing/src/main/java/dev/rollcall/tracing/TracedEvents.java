package dev.rollcall.tracing;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/// Traces as the process's tracer records them. A poll is a span of its own, with links to the traces of its records;
/// in
/// each of these a span tells of the work, with a link to the poll's.
final class TracedEvents implements EventTraces {
    /// A poll of single devices can have a thousand traces; further ones are not told of.
    private static final int MOST_TRACES = 100;

    private final Tracer tracer;

    TracedEvents(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public TraceMark current() {
        var context = tracer.currentTraceContext().context();
        return context != null && Boolean.TRUE.equals(context.sampled()) ? TraceMark.of(context) : TraceMark.NONE;
    }

    @Override
    public TracedWork begin(String step, List<? extends ConsumerRecord<?, ?>> records) {
        var counts = countsByMark(records);
        if (counts.isEmpty()) {
            return TracedWork.NONE;
        }
        var poll = tracer.spanBuilder().setNoParent().name(step + " poll").kind(Span.Kind.CONSUMER);
        poll.tag("messaging.system", "kafka").tag("messaging.batch.message_count", records.size());
        counts.keySet().forEach(mark -> poll.addLink(new Link(context(mark))));
        return new Work(step, records.getFirst().topic(), poll.start(), counts);
    }

    private static Map<TraceMark, Integer> countsByMark(List<? extends ConsumerRecord<?, ?>> records) {
        var counts = new LinkedHashMap<TraceMark, Integer>();
        for (var message : records) {
            var mark = TraceMark.among(message.headers());
            if (mark != null && (counts.size() < MOST_TRACES || counts.containsKey(mark))) {
                counts.merge(mark, 1, Integer::sum);
            }
        }
        return counts;
    }

    private TraceContext context(TraceMark mark) {
        var ids = mark.ids().orElseThrow();
        return tracer.traceContextBuilder()
                .traceId(ids.trace())
                .spanId(ids.span())
                .sampled(true)
                .build();
    }

    private final class Work implements TracedWork {
        private final Span poll;
        private final Tracer.SpanInScope scope;
        private final Map<TraceMark, Span> spans = new HashMap<>();

        Work(String step, String topic, Span poll, Map<TraceMark, Integer> counts) {
            this.poll = poll;
            counts.forEach((mark, count) -> spans.put(mark, span(step, topic, mark, count)));
            this.scope = tracer.withSpan(
                    spans.size() == 1 ? spans.values().iterator().next() : poll);
        }

        private Span span(String step, String topic, TraceMark mark, int count) {
            return tracer.spanBuilder()
                    .setParent(context(mark))
                    .addLink(new Link(poll.context()))
                    .name(step)
                    .kind(Span.Kind.CONSUMER)
                    .tag("messaging.system", "kafka")
                    .tag("messaging.destination.name", topic)
                    .tag("messaging.batch.message_count", count)
                    .start();
        }

        @Override
        public void carryOn(Headers headers) {
            var mark = TraceMark.among(headers);
            var span = mark == null ? null : spans.get(mark);
            if (span != null) {
                TraceMark.of(span.context()).putInto(headers);
            }
        }

        @Override
        public void failed(Throwable cause) {
            poll.error(cause);
            spans.values().forEach(span -> span.error(cause));
        }

        @Override
        public void close() {
            scope.close();
            spans.values().forEach(Span::end);
            poll.end();
        }
    }
}
