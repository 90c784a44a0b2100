package dev.rollcall.status.projection;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.Event;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// One listener for each stream of devices. The lanes of big batches are read in megabytes, the others as soon as there
/// is something; nothing depends on which lane is first. What is asked in bulk lets its outcomes go first, which saves
/// a write ([BulkRequests]).
@Component
final class StreamListeners {
    private static final String AT_ONCE = StatusStreams.AT_ONCE_FACTORY;
    private static final String IN_BULK = StatusStreams.IN_BULK_FACTORY;
    private static final String ONE_THREAD = "1";

    /// These are held, hashes and all, until their outcomes are in.
    private static final String FEW_AT_ONCE = ConsumerConfig.MAX_POLL_RECORDS_CONFIG + "=1000";

    private static final String PREFIX = "#{@statusTopics.prefix()}";
    private static final String SUFFIX = "${rollcall.status.group-suffix:}";

    private final PollHandler polls;
    private final Projections projections;
    private final Outcomes outcomes;
    private final RejectedColumnsWriter rejectedColumns;
    private final BulkRequests bulkRequests;
    private final OutcomesFirst outcomesFirst;
    private final SightingInterval sightings;

    StreamListeners(
            PollHandler polls,
            Projections projections,
            Outcomes outcomes,
            RejectedColumnsWriter rejectedColumns,
            BulkRequests bulkRequests,
            OutcomesFirst outcomesFirst,
            SightingInterval sightings) {
        this.polls = polls;
        this.bulkRequests = bulkRequests;
        this.outcomesFirst = outcomesFirst;
        this.projections = projections;
        this.outcomes = outcomes;
        this.rejectedColumns = rejectedColumns;
        this.sightings = sightings;
    }

    @KafkaListener(
            id = "status-requests",
            groupId = PREFIX + "status-requests" + SUFFIX,
            topics = "#{@statusTopics.registrationRequests()}",
            containerFactory = AT_ONCE)
    void requests(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("requests", messages, projections::requested);
    }

    @KafkaListener(
            id = "status-requests-bulk",
            groupId = PREFIX + "status-requests-bulk" + SUFFIX,
            topics = "#{@statusTopics.registrationRequestsBulk()}",
            properties = FEW_AT_ONCE,
            containerFactory = IN_BULK)
    void bulkRequests(List<ConsumerRecord<String, byte[]>> messages) {
        bulkRequests.handle(messages);
    }

    @KafkaListener(
            id = "status-outcomes",
            groupId = PREFIX + "status-outcomes" + SUFFIX,
            topics = "#{@statusTopics.registrationOutcomes()}",
            containerFactory = AT_ONCE)
    void outcomes(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("outcomes", messages, outcomes);
    }

    @KafkaListener(
            id = "status-outcomes-bulk",
            groupId = PREFIX + "status-outcomes-bulk" + SUFFIX,
            topics = "#{@statusTopics.registrationOutcomesBulk()}",
            containerFactory = IN_BULK)
    void bulkOutcomes(List<ConsumerRecord<String, byte[]>> messages) {
        outcomesFirst.outcomesCame();
        polls.handle("outcomes-bulk", messages, outcomes);
        outcomesFirst.outcomesCame();
    }

    @KafkaListener(
            id = "status-rejected",
            groupId = PREFIX + "status-rejected" + SUFFIX,
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
            id = "status-activity",
            groupId = PREFIX + "status-activity" + SUFFIX,
            topics = "#{@statusTopics.deviceActivity()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void activity(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("activity", messages, this::project);
    }

    private int project(List<Event> activity) {
        return projections.seen(sightings.worthWriting(Projections.only(DeviceSeen.class, activity)));
    }
}
