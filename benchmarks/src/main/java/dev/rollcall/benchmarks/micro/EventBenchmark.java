package dev.rollcall.benchmarks.micro;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Events to Kafka records and back: a request with its hash, and an outcome.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EventBenchmark {
    private static final int NUMBER = 17;
    private final ConsumerRecord<String, byte[]> request =
            Samples.received(Samples.WRITER.write("requests", Samples.request(NUMBER)));
    private final ConsumerRecord<String, byte[]> outcome =
            Samples.received(Samples.WRITER.write("outcomes", Samples.outcome(NUMBER)));
    private final Event requested = Samples.request(NUMBER);
    private final Event registered = Samples.outcome(NUMBER);

    @Benchmark
    public ProducerRecord<String, byte[]> writeRequest() {
        return Samples.WRITER.write("requests", requested);
    }

    @Benchmark
    public EventReading readRequest() {
        return EventReader.read(request);
    }

    @Benchmark
    public ProducerRecord<String, byte[]> writeOutcome() {
        return Samples.WRITER.write("outcomes", registered);
    }

    @Benchmark
    public EventReading readOutcome() {
        return EventReader.read(outcome);
    }
}
