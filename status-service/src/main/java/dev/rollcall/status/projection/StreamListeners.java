package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.Event;
import dev.rollcall.events.RegistrationOutcome;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// One listener for each stream. The lane of big batches is read in megabytes, the others as soon as there is
/// something.
@Component
final class StreamListeners {
    private static final String AT_ONCE = "statusPromptContainerFactory";
    private static final String IN_BULK = "statusBulkContainerFactory";
    private static final String ONE_THREAD = "1";
    private static final String PREFIX = "#{@statusTopics.prefix()}";

    private final PollHandler polls;
    private final Projections projections;
    private final Supersession supersession;
    private final RejectedColumnsWriter rejectedColumns;

    StreamListeners(
            PollHandler polls,
            Projections projections,
            Supersession supersession,
            RejectedColumnsWriter rejectedColumns) {
        this.polls = polls;
        this.projections = projections;
        this.supersession = supersession;
        this.rejectedColumns = rejectedColumns;
    }

    @KafkaListener(
            id = "status-requests",
            groupId = PREFIX + "status-requests",
            topics = "#{@statusTopics.registrationRequests()}",
            containerFactory = AT_ONCE)
    void requests(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("requests", messages, projections::requested);
    }

    @KafkaListener(
            id = "status-requests-bulk",
            groupId = PREFIX + "status-requests-bulk",
            topics = "#{@statusTopics.registrationRequestsBulk()}",
            containerFactory = IN_BULK)
    void bulkRequests(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("requests-bulk", messages, projections::requested);
    }

    @KafkaListener(
            id = "status-outcomes",
            groupId = PREFIX + "status-outcomes",
            topics = "#{@statusTopics.registrationOutcomes()}",
            containerFactory = AT_ONCE)
    void outcomes(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("outcomes", messages, new Outcomes());
    }

    @KafkaListener(
            id = "status-rejected",
            groupId = PREFIX + "status-rejected",
            topics = "#{@statusTopics.rejectedRequests()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void rejectedRequests(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle(
                "rejected",
                messages,
                events -> rejectedColumns.write(Projections.only(RegistrationRequested.class, events)));
    }

    @KafkaListener(
            id = "status-batches",
            groupId = PREFIX + "status-batches",
            topics = "#{@statusTopics.batches()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void batches(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("batches", messages, projections::accepted);
    }

    @KafkaListener(
            id = "status-activity",
            groupId = PREFIX + "status-activity",
            topics = "#{@statusTopics.deviceActivity()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void activity(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("activity", messages, projections::seen);
    }

    private final class Outcomes implements Projection {
        @Override
        public int project(List<Event> events) {
            return projections.decided(events);
        }

        @Override
        public void settle(List<Event> events) {
            supersession.settle(Projections.only(RegistrationOutcome.class, events));
        }
    }
}
