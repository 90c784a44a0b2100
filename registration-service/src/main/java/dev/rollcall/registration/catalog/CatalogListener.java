package dev.rollcall.registration.catalog;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// The suppliers' words' way through the worker: read the poll, decide its words, tell. Runs inside
/// a Kafka transaction that holds the poll's offsets too; whatever it throws rolls that back, and
/// the poll comes again. A record that can't be read, or that the database refuses, goes to the
/// dead letters.
@Component
class CatalogListener {
    static final String READER = "registration-catalog";

    private final CatalogDesk desk;
    private final CatalogOutcomes outcomes;
    private final CatalogMetrics metrics;
    private final KafkaTemplate<String, byte[]> kafka;

    CatalogListener(
            CatalogDesk desk,
            CatalogOutcomes outcomes,
            CatalogMetrics metrics,
            @Qualifier("registrationKafkaTemplate") KafkaTemplate<String, byte[]> kafka) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.kafka = kafka;
    }

    @KafkaListener(
            id = READER,
            topics = "#{@registrationTopics.deviceCatalog()}",
            groupId = "#{@registrationConsumerGroups.catalog()}",
            containerFactory = "registrationCatalogContainerFactory")
    void apply(List<ConsumerRecord<String, byte[]>> messages) {
        var poll = CatalogPoll.read(messages);
        var decided = desk.decide(poll.words());
        var told = new ArrayList<>(poll.deadLetters());
        told.addAll(outcomes.messages(decided));
        told.forEach(this::send);
        metrics.count(poll, decided);
    }

    private void send(ProducerRecord<String, byte[]> message) {
        var _ = kafka.send(message); // its failure is the commit's
    }
}
