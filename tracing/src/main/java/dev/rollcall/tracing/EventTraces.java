package dev.rollcall.tracing;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The traces that events belong to.
public interface EventTraces {

    /// For a process that traces nothing.
    EventTraces NONE = new EventTraces() {
        @Override
        public TraceMark current() {
            return TraceMark.NONE;
        }

        @Override
        public TracedWork begin(String step, List<? extends ConsumerRecord<?, ?>> records) {
            return TracedWork.NONE;
        }
    };

    /// Of whoever asks, for the events that it publishes.
    TraceMark current();

    /// Work on the records of one poll, as a span in each trace that they belong to. The work is done in the thread
    /// that begins it, until it is closed.
    TracedWork begin(String step, List<? extends ConsumerRecord<?, ?>> records);

    /// Begins and ends the work, which is told of as failed where it throws.
    default void follow(String step, List<? extends ConsumerRecord<?, ?>> records, Consumer<TracedWork> work) {
        var traced = begin(step, records);
        try {
            work.accept(traced);
        } catch (RuntimeException e) {
            traced.failed(e);
            throw e;
        } finally {
            traced.close();
        }
    }
}
