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
        public void follow(
                String step, List<? extends ConsumerRecord<?, ?>> records, Consumer<? super TracedWork> work) {
            work.accept(TracedWork.NONE);
        }
    };

    /// Of whoever asks, for the events that it publishes.
    TraceMark current();

    /// Does the work on the records of one poll, as a span in each trace that they belong to, which is told of as
    /// failed where the work throws.
    void follow(String step, List<? extends ConsumerRecord<?, ?>> records, Consumer<? super TracedWork> work);
}
