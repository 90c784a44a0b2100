package dev.rollcall.tracing;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/// Traces as the process's tracer records them. A poll is a span of its own, with links to the traces of its records;
/// in each of these a span tells of the work, with a link to the poll's.
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
    public void follow(String step, List<? extends ConsumerRecord<?, ?>> records, Consumer<? super TracedWork> work) {
        var counts = countsByMark(records);
        if (counts.isEmpty()) {
            work.accept(TracedWork.NONE);
            return;
        }
        var spans = start(step, records, counts);
        try (var _ = tracer.withSpan(spans.narrowest())) {
            work.accept(spans);
        } catch (RuntimeException e) {
            spans.failed(e);
            throw e;
        } finally {
            spans.end();
        }
    }

    private static Map<TraceMark, Integer> countsByMark(List<? extends ConsumerRecord<?, ?>> records) {
        var counts = new LinkedHashMap<TraceMark, Integer>();
        for (var message : records) {
            TraceMark.among(message.headers())
                    .filter(mark -> counts.size() < MOST_TRACES || counts.containsKey(mark))
                    .ifPresent(mark -> counts.merge(mark, 1, Integer::sum));
        }
        return counts;
    }

    private Spans start(String step, List<? extends ConsumerRecord<?, ?>> records, Map<TraceMark, Integer> counts) {
        var topic = records.getFirst().topic();
        var builder = span(step + " poll", topic, records.size()).setNoParent();
        counts.keySet().forEach(mark -> builder.addLink(new Link(context(mark))));
        var poll = builder.start();
        var byMark = new LinkedHashMap<TraceMark, Span>();
        counts.forEach((mark, count) -> byMark.put(
                mark,
                span(step, topic, count)
                        .setParent(context(mark))
                        .addLink(new Link(poll.context()))
                        .start()));
        return new Spans(poll, byMark);
    }

    private Span.Builder span(String name, String topic, int records) {
        return tracer.spanBuilder()
                .name(name)
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.system", "kafka")
                .tag("messaging.destination.name", topic)
                .tag("messaging.batch.message_count", records);
    }

    private TraceContext context(TraceMark mark) {
        return tracer.traceContextBuilder()
                .traceId(mark.trace())
                .spanId(mark.span())
                .sampled(true)
                .build();
    }

    private record Spans(Span poll, Map<TraceMark, Span> byMark) implements TracedWork {

        /// The poll's where it has several traces.
        Span narrowest() {
            return byMark.size() == 1 ? byMark.values().iterator().next() : poll;
        }

        @Override
        public void carryOn(Headers headers) {
            TraceMark.among(headers)
                    .map(byMark::get)
                    .ifPresent(span -> TraceMark.of(span.context()).putInto(headers));
        }

        void failed(Throwable cause) {
            poll.error(cause);
            byMark.values().forEach(span -> span.error(cause));
        }

        void end() {
            byMark.values().forEach(Span::end);
            poll.end();
        }
    }
}
