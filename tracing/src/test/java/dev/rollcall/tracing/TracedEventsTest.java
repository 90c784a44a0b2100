package dev.rollcall.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedEventsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OTHER_TRACE = "1af7651916cd43dd8448eb211c80319c";
    private static final String SENDER = "b7ad6b7169203331";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final OtelTracer tracer = new OtelTracer(
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build()
                    .get("test"),
            new OtelCurrentTraceContext(),
            _ -> {});
    private final TracedEvents traces = new TracedEvents(tracer);

    @Test
    void tellsOfTheWorkInTheTraceOfItsRecords() {
        traces.follow("registration", List.of(record(mark(TRACE)), record(mark(TRACE)), record(null)), _ -> {});

        assertThat(spansOf(TRACE)).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("registration");
            assertThat(span.getParentSpanId()).isEqualTo(SENDER);
            assertThat(span.getAttributes().asMap().toString())
                    .contains("messaging.batch.message_count=2", "messaging.destination.name=registration-requests");
        });
    }

    @Test
    void linksThePollWithEachTraceThatIsInIt() {
        traces.follow("registration", List.of(record(mark(TRACE)), record(mark(OTHER_TRACE))), _ -> {});

        assertThat(poll().getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactlyInAnyOrder(TRACE, OTHER_TRACE);
        assertThat(spansOf(TRACE).getFirst().getLinks())
                .extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(poll().getSpanId());
    }

    @Test
    void carriesATraceOnToWhatComesOfARecord() {
        var headers = headers(mark(TRACE));

        traces.follow("registration", List.of(record(mark(TRACE))), work -> work.carryOn(headers));

        assertThat(headers.headers("traceparent")).hasSize(1);
        assertThat(text(headers))
                .isEqualTo(mark(TRACE).replace(SENDER, spansOf(TRACE).getFirst().getSpanId()));
    }

    @Test
    void leavesAMarkOfWhichNothingIsRecordedAsItIs() {
        var unsampled = headers("00-" + OTHER_TRACE + "-" + SENDER + "-00");

        traces.follow("registration", List.of(record(mark(TRACE))), work -> work.carryOn(unsampled));

        assertThat(text(unsampled)).endsWith("-00").contains(OTHER_TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-" + TRACE + "-" + SENDER + "-00", "01-" + TRACE + "-" + SENDER + "-01"})
    void recordsNothingOfWhatIsNoTraceOfIts(String header) {
        traces.follow("registration", List.of(record(header)), _ -> {});

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void worksWithinTheSpanOfItsOneTrace() {
        var current = new ArrayList<TraceMark>();

        traces.follow("registration", List.of(record(mark(TRACE))), _ -> current.add(traces.current()));

        assertThat(current)
                .containsExactly(new TraceMark(TRACE, spansOf(TRACE).getFirst().getSpanId()));
        assertThat(traces.current()).isEqualTo(TraceMark.NONE);
    }

    @Test
    void worksWithinTheSpanOfAPollOfSeveralTraces() {
        var current = new ArrayList<TraceMark>();

        traces.follow(
                "registration",
                List.of(record(mark(TRACE)), record(mark(OTHER_TRACE))),
                _ -> current.add(traces.current()));

        assertThat(current).extracting(TraceMark::span).containsExactly(poll().getSpanId());
    }

    @Test
    void marksNothingWithinASpanThatIsNotRecorded() {
        var unsampled = tracer.traceContextBuilder()
                .traceId(TRACE)
                .spanId(SENDER)
                .sampled(false)
                .build();

        try (var _ = tracer.currentTraceContext().newScope(unsampled)) {
            assertThat(traces.current()).isEqualTo(TraceMark.NONE);
        }
    }

    @Test
    void tellsOfAFailure() {
        assertThatIllegalStateException()
                .isThrownBy(() -> traces.follow("registration", List.of(record(mark(TRACE))), _ -> {
                    throw new IllegalStateException("the database is away");
                }));

        assertThat(exported.getFinishedSpanItems())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void tellsOfSoManyTracesOnlyAndOfAllTheirRecords() {
        var records = IntStream.concat(IntStream.range(0, 150), IntStream.of(0))
                .mapToObj(i -> record(mark("%032x".formatted(i + 1))))
                .toList();

        traces.follow("registration", records, _ -> {});

        assertThat(exported.getFinishedSpanItems()).hasSize(101);
        assertThat(spansOf("%032x".formatted(1)))
                .singleElement()
                .satisfies(span -> assertThat(span.getAttributes().asMap().toString())
                        .contains("messaging.batch.message_count=2"));
    }

    @Test
    void followsAMarkWithFurtherFlags() {
        traces.follow("registration", List.of(record("00-" + TRACE + "-" + SENDER + "-03")), _ -> {});

        assertThat(spansOf(TRACE)).hasSize(1);
    }

    @Test
    void keepsAPollOutOfTheTraceOfItsThread() {
        var span = tracer.nextSpan().name("listener").start();
        try (var _ = tracer.withSpan(span)) {
            traces.follow("registration", List.of(record(mark(TRACE))), _ -> {});
        } finally {
            span.end();
        }

        assertThat(poll().getTraceId()).isNotEqualTo(span.context().traceId());
    }

    @Test
    void marksWhatIsPublishedWithinASpan() {
        assertThat(traces.current()).isEqualTo(TraceMark.NONE);
        var span = tracer.nextSpan().name("call").start();
        try (var _ = tracer.withSpan(span)) {
            assertThat(traces.current())
                    .isEqualTo(new TraceMark(
                            span.context().traceId(), span.context().spanId()));
        } finally {
            span.end();
        }
    }

    private SpanData poll() {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("registration poll"))
                .findFirst()
                .orElseThrow();
    }

    private List<SpanData> spansOf(String trace) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    private static String mark(String trace) {
        return "00-" + trace + "-" + SENDER + "-01";
    }

    private static ConsumerRecord<String, byte[]> record(@Nullable String mark) {
        var message = new ConsumerRecord<>("registration-requests", 0, 0, "key", new byte[0]);
        if (mark != null) {
            message.headers().add("traceparent", mark.getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private static Headers headers(String mark) {
        return new RecordHeaders().add("traceparent", mark.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.US_ASCII);
    }
}
