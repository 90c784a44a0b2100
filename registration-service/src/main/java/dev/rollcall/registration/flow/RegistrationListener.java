package dev.rollcall.registration.flow;

import dev.rollcall.tracing.EventTraces;
import dev.rollcall.tracing.TracedWork;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// The two lanes' way through the worker: read the poll, settle its requests, publish. Runs inside
/// a Kafka transaction that holds the poll's offsets too; whatever it throws rolls that back, and
/// the poll comes again.
@Component
class RegistrationListener {
    static final String SMALL = "registration";
    static final String BULK = "registration-bulk";

    private final RowIsolation isolation;
    private final OutcomePublisher publisher;
    private final RegistrationMetrics metrics;
    private final EventTraces traces;

    RegistrationListener(
            RowIsolation isolation, OutcomePublisher publisher, RegistrationMetrics metrics, EventTraces traces) {
        this.isolation = isolation;
        this.publisher = publisher;
        this.metrics = metrics;
        this.traces = traces;
    }

    @KafkaListener(
            id = SMALL,
            topics = "#{@registrationTopics.registrationRequests()}",
            groupId = "#{@registrationConsumerGroups.requests()}",
            containerFactory = "registrationContainerFactory")
    void settleSmall(List<ConsumerRecord<String, byte[]>> messages) {
        settle(Lane.SMALL, messages);
    }

    @KafkaListener(
            id = BULK,
            topics = "#{@registrationTopics.registrationRequestsBulk()}",
            groupId = "#{@registrationConsumerGroups.bulkRequests()}",
            containerFactory = "registrationBulkContainerFactory")
    void settleBulk(List<ConsumerRecord<String, byte[]>> messages) {
        settle(Lane.BULK, messages);
    }

    private void settle(Lane lane, List<ConsumerRecord<String, byte[]>> messages) {
        traces.follow("registration", messages, work -> settle(lane, messages, work));
    }

    private void settle(Lane lane, List<ConsumerRecord<String, byte[]>> messages, TracedWork work) {
        var poll = Poll.read(lane, messages);
        var settled = new ArrayList<>(poll.deadLetters());
        settled.addAll(isolation.settle(poll.rows()));
        publisher.publish(settled, work);
        metrics.took(lane, poll.rows());
    }
}
