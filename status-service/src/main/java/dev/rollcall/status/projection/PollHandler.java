package dev.rollcall.status.projection;

import dev.rollcall.status.projection.Poll.Poison;
import dev.rollcall.status.projection.Poll.Projectable;
import dev.rollcall.tracing.EventTraces;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Projects a poll in one transaction. Where the database refuses what a record holds, the poll is halved until that
/// record is alone, and it alone goes to the dead letters. Anything else that goes wrong is an outage: it is thrown,
/// and the whole poll comes again.
@Component
final class PollHandler {
    /// The listener of a stream is named after it.
    private static final String READER_OF = "status-";

    private final TransactionTemplate transaction;
    private final DeadLetters deadLetters;
    private final ProjectionMetrics metrics;
    private final EventTraces traces;

    PollHandler(
            PlatformTransactionManager transactions,
            DeadLetters deadLetters,
            ProjectionMetrics metrics,
            EventTraces traces) {
        this.transaction = new TransactionTemplate(transactions);
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
    }

    void handle(String stream, List<ConsumerRecord<String, byte[]>> messages, Projection projection) {
        traces.follow("projection of " + stream, messages, _ -> project(stream, messages, projection));
    }

    private void project(String stream, List<ConsumerRecord<String, byte[]>> messages, Projection projection) {
        var reader = READER_OF + stream;
        var poll = Poll.of(reader, messages);
        var poison = new ArrayList<>(poll.poison());
        var changed = project(stream, poll.projectable(), projection, poison);
        poison.forEach(message -> deadLetters.put(message.message(), reader, message.reason()));
        metrics.received(stream, messages.size());
        metrics.count(stream, "projected", changed);
        metrics.count(stream, "skipped", poll.skipped());
        metrics.count(stream, "dead_lettered", poison.size());
        metrics.count(stream, "unchanged", messages.size() - changed - poll.skipped() - poison.size());
    }

    private int project(String stream, List<Projectable> projectable, Projection projection, List<Poison> poison) {
        if (projectable.isEmpty()) {
            return 0;
        }
        try {
            return commit(stream, projectable, projection);
        } catch (DataAccessException e) {
            if (!RefusedData.is(e)) {
                throw e;
            }
            return isolate(stream, projectable, projection, poison);
        }
    }

    private int commit(String stream, List<Projectable> projectable, Projection projection) {
        var events = projectable.stream().map(Projectable::event).toList();
        Integer changed = transaction.execute(_ -> projection.project(events));
        metrics.visible(stream, events);
        projection.settle(events);
        return changed == null ? 0 : changed;
    }

    private int isolate(String stream, List<Projectable> projectable, Projection projection, List<Poison> poison) {
        if (projectable.size() == 1) {
            poison.add(new Poison(projectable.getFirst().message(), "the database refuses what it holds"));
            return 0;
        }
        var middle = projectable.size() / 2;
        return project(stream, projectable.subList(0, middle), projection, poison)
                + project(stream, projectable.subList(middle, projectable.size()), projection, poison);
    }
}
