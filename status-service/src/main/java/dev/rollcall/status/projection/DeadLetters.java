package dev.rollcall.status.projection;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Oversize;
import dev.rollcall.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

/// Puts a record aside on its topic's dead letters, with its own key, value and headers, where it came from and who
/// could not read it. Of an [Oversize] one it keeps only the latter. It returns once Kafka has it.
@Component
final class DeadLetters {
    private final DeadLetterPublishingRecoverer publisher;

    DeadLetters(@Qualifier("statusDeadLetterTemplate") KafkaOperations<String, byte[]> kafka) {
        publisher = new DeadLetterPublishingRecoverer(
                kafka, (message, _) -> new TopicPartition(Topics.deadLetters(message.topic()), -1));
        publisher.setFailIfSendResultIsError(true);
        publisher.setHeadersFunction((_, reason) -> addressee(reason));
    }

    /// `reason` must hold nothing of the record's content.
    void put(ConsumerRecord<String, byte[]> message, String reader, String reason) {
        publisher.accept(Oversize.abridged(message), null, new UnprojectableException(reader, reason));
    }

    private static Headers addressee(Exception reason) {
        var headers = new RecordHeaders();
        if (reason instanceof UnprojectableException unprojectable) {
            Addressee.put(headers, unprojectable.reader);
        }
        return headers;
    }

    private static final class UnprojectableException extends RuntimeException {
        private final String reader;

        UnprojectableException(String reader, String reason) {
            super(reason);
            this.reader = reader;
        }
    }
}
