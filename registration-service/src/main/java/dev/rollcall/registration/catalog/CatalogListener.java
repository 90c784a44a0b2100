package dev.rollcall.registration.catalog;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.registration.kafka.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Writes each poll of the catalog topic into the catalog; the poll's offsets are committed
/// afterwards. A record that can't be read, or that the database refuses, goes to the dead letters.
@Component
class CatalogListener {

    private record Told(ConsumerRecord<String, byte[]> message, CatalogChange change) {}

    private final DeviceCatalog catalog;
    private final KafkaTemplate<String, byte[]> kafka;

    CatalogListener(
            DeviceCatalog catalog, @Qualifier("registrationKafkaTemplate") KafkaTemplate<String, byte[]> kafka) {
        this.catalog = catalog;
        this.kafka = kafka;
    }

    @KafkaListener(
            id = "registration-catalog",
            topics = "#{@registrationTopics.deviceCatalog()}",
            groupId = "#{@registrationConsumerGroups.catalog()}",
            containerFactory = "registrationCatalogContainerFactory")
    void apply(List<ConsumerRecord<String, byte[]>> poll) {
        var told = new ArrayList<Told>(poll.size());
        var letters = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var message : poll) {
            switch (EventReader.read(message)) {
                case EventReading.Known(CatalogChange change) -> told.add(new Told(message, change));
                case EventReading.Known _ -> letters.add(DeadLetters.letter(message, "not an event of the catalog"));
                case EventReading.Unreadable(var reason) -> letters.add(DeadLetters.letter(message, reason));
                case EventReading.UnknownType _ -> {} // of a later version
            }
        }
        letters.addAll(refusedOf(told));
        send(letters);
    }

    /// Applies them all but those that the database refuses, which are found by halving.
    private List<ProducerRecord<String, byte[]>> refusedOf(List<Told> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        try {
            catalog.apply(told.stream().map(Told::change).toList());
            return List.of();
        } catch (DataIntegrityViolationException _) {
            return told.size() == 1
                    ? List.of(DeadLetters.letter(told.getFirst().message(), "the database refuses it"))
                    : refusedOfHalves(told);
        }
    }

    private List<ProducerRecord<String, byte[]>> refusedOfHalves(List<Told> told) {
        var middle = told.size() / 2;
        var refused = new ArrayList<>(refusedOf(told.subList(0, middle)));
        refused.addAll(refusedOf(told.subList(middle, told.size())));
        return refused;
    }

    private void send(List<ProducerRecord<String, byte[]>> letters) {
        if (!letters.isEmpty()) {
            kafka.executeInTransaction(
                    operations -> letters.stream().map(operations::send).toList());
        }
    }
}
