package dev.rollcall.status.projection;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogRowsDecided;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// One listener for each stream of what is done at a time: batches of tenants and of suppliers, and steps of partners.
/// The audit reads its topics in a group of its own, so that it begins with the oldest fact whenever it is first
/// started.
@Component
final class BatchListeners {
    private static final String AT_ONCE = StatusStreams.AT_ONCE_FACTORY;
    private static final String ONE_THREAD = "1";
    private static final String PREFIX = "#{@statusTopics.prefix()}";
    private static final String SUFFIX = "${rollcall.status.group-suffix:}";

    private final PollHandler polls;
    private final BatchWriter batches;
    private final CatalogBatchWriter catalogBatches;
    private final AuditWriter audit;

    BatchListeners(PollHandler polls, BatchWriter batches, CatalogBatchWriter catalogBatches, AuditWriter audit) {
        this.polls = polls;
        this.batches = batches;
        this.catalogBatches = catalogBatches;
        this.audit = audit;
    }

    @KafkaListener(
            id = "status-batches",
            groupId = PREFIX + "status-batches" + SUFFIX,
            topics = "#{@statusTopics.batches()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void batches(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle(
                "batches",
                messages,
                events -> batches.accept(Projections.only(BatchAccepted.class, events))
                        + catalogBatches.accept(Projections.only(CatalogBatchAccepted.class, events)));
    }

    @KafkaListener(
            id = "status-catalog-outcomes",
            groupId = PREFIX + "status-catalog-outcomes" + SUFFIX,
            topics = "#{@statusTopics.catalogOutcomes()}",
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void catalogOutcomes(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle(
                "catalog-outcomes",
                messages,
                events -> catalogBatches.decide(Projections.only(CatalogRowsDecided.class, events)));
    }

    @KafkaListener(
            id = "status-audit",
            groupId = PREFIX + "status-audit" + SUFFIX,
            topics = {"#{@statusTopics.batches()}", "#{@statusTopics.partnerRelationships()}"},
            concurrency = ONE_THREAD,
            containerFactory = AT_ONCE)
    void audit(List<ConsumerRecord<String, byte[]>> messages) {
        polls.handle("audit", messages, audit::append);
    }
}
