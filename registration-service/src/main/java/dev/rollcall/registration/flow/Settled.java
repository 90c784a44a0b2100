package dev.rollcall.registration.flow;

import dev.rollcall.registration.kafka.DeadLetters;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The end of one record: the messages that tell of it, encoded, and under which outcome it is
/// counted.
record Settled(String outcome, List<ProducerRecord<String, byte[]>> messages) {

    static Settled asDeadLetter(Lane lane, ConsumerRecord<String, byte[]> origin, String reason) {
        return new Settled(
                RegistrationMetrics.DEAD_LETTERED, List.of(DeadLetters.letter(origin, lane.reader(), reason)));
    }
}
