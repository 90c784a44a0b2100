package dev.rollcall.registration.catalog;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.Oversize;
import dev.rollcall.registration.kafka.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What one poll of the catalog topic holds: the words in their order, and the records that are
/// none. Event types of a later version are passed over.
record CatalogPoll(List<Word> words, List<ProducerRecord<String, byte[]>> deadLetters) {

    static CatalogPoll read(List<ConsumerRecord<String, byte[]>> messages) {
        var poll = new CatalogPoll(new ArrayList<>(messages.size()), new ArrayList<>());
        messages.forEach(poll::add);
        return poll;
    }

    private void add(ConsumerRecord<String, byte[]> message) {
        switch (EventReader.read(message, CatalogListener.READER)) {
            case EventReading.Known _ when Oversize.is(message) -> putAside(message, Oversize.REASON);
            case EventReading.Known(CatalogChange change) -> words.add(new Word(change, message));
            case EventReading.Known _ -> putAside(message, "not an event of the catalog");
            case EventReading.Unreadable(var reason) -> putAside(message, reason);
            case EventReading.UnknownType _, EventReading.ForAnother _ -> {}
        }
    }

    private void putAside(ConsumerRecord<String, byte[]> message, String reason) {
        deadLetters.add(DeadLetters.letter(message, CatalogListener.READER, reason));
    }
}
