package dev.rollcall.status.projection;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/// Projects what is asked in bulk behind its outcomes: they carry all that their requests say, so that a row that is
/// decided meanwhile is written once. What stays undecided is projected as on any lane; a poll waits no longer than
/// [OutcomesFirst] says.
@Component
final class BulkRequests {
    private static final String STREAM = "requests-bulk";

    private final OutcomesFirst outcomesFirst;
    private final UndecidedRequests undecidedRequests;
    private final PollHandler polls;
    private final Projections projections;
    private final ProjectionMetrics metrics;

    BulkRequests(
            OutcomesFirst outcomesFirst,
            UndecidedRequests undecidedRequests,
            PollHandler polls,
            Projections projections,
            ProjectionMetrics metrics) {
        this.outcomesFirst = outcomesFirst;
        this.undecidedRequests = undecidedRequests;
        this.polls = polls;
        this.projections = projections;
        this.metrics = metrics;
    }

    void handle(List<ConsumerRecord<String, byte[]>> messages) {
        var undecided = undecidedRequests.among(messages);
        while (anyWaits(undecided) && outcomesFirst.giveWay()) {
            undecided = undecidedRequests.among(undecided);
        }
        if (!undecided.isEmpty()) {
            polls.handle(STREAM, undecided, projections::requested);
        }
        metrics.received(STREAM, messages.size() - undecided.size());
        metrics.count(STREAM, "unchanged", messages.size() - undecided.size());
    }

    private boolean anyWaits(List<ConsumerRecord<String, byte[]>> undecided) {
        return undecided.stream().anyMatch(message -> outcomesFirst.holds(message.timestamp()));
    }
}
