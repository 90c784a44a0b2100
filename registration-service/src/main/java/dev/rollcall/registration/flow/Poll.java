package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.EventReader;
import dev.rollcall.events.EventReading;
import dev.rollcall.events.Oversize;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What one poll of a lane holds: the requests in their order, and the records that are none. Event
/// types of a later version are passed over, and what was put back for another reader.
record Poll(List<Row<? extends DeviceRequest>> rows, List<Settled> deadLetters) {

    static Poll read(Lane lane, List<ConsumerRecord<String, byte[]>> messages) {
        var poll = new Poll(new ArrayList<>(messages.size()), new ArrayList<>());
        messages.forEach(message -> poll.add(lane, message));
        return poll;
    }

    private void add(Lane lane, ConsumerRecord<String, byte[]> message) {
        switch (EventReader.read(message, lane.reader())) {
            case EventReading.Known _
            when Oversize.is(message) -> deadLetters.add(Settled.asDeadLetter(lane, message, Oversize.REASON));
            case EventReading.Known(DeviceRequest request) -> rows.add(new Row<>(request, message, lane));
            case EventReading.Known _ -> deadLetters.add(Settled.asDeadLetter(lane, message, "not a request"));
            case EventReading.Unreadable(var reason) -> deadLetters.add(Settled.asDeadLetter(lane, message, reason));
            case EventReading.UnknownType _, EventReading.ForAnother _ -> {}
        }
    }
}
