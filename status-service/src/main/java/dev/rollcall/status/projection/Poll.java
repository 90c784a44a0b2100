package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading.ForAnother;
import dev.rollcall.events.EventReading.Known;
import dev.rollcall.events.EventReading.UnknownType;
import dev.rollcall.events.EventReading.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The records of one poll, sorted into what can be projected, what is poison, and how many are of no concern.
record Poll(List<Projectable> projectable, List<Poison> poison, int skipped) {

    record Projectable(ConsumerRecord<String, byte[]> message, Event event) {}

    record Poison(ConsumerRecord<String, byte[]> message, String reason) {}

    static Poll of(String reader, List<ConsumerRecord<String, byte[]>> messages) {
        var projectable = new ArrayList<Projectable>(messages.size());
        var poison = new ArrayList<Poison>();
        var skipped = 0;
        for (var message : messages) {
            switch (EventReader.read(message, reader)) {
                case Known(var event) -> projectable.add(new Projectable(message, event));
                case UnknownType _, ForAnother _ -> skipped++;
                case Unreadable(var reason) -> poison.add(new Poison(message, reason));
            }
        }
        return new Poll(List.copyOf(projectable), List.copyOf(poison), skipped);
    }
}
