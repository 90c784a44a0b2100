package dev.rollcall.status.projection;

import dev.rollcall.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.stereotype.Component;

/// Puts a record aside on its topic's dead letters, with its own key, value and headers and where it came from. It
/// returns once Kafka has it.
@Component
final class DeadLetters {
    private final DeadLetterPublishingRecoverer publisher;

    DeadLetters(@Qualifier("statusDeadLetterTemplate") KafkaOperations<String, byte[]> kafka) {
        publisher = new DeadLetterPublishingRecoverer(
                kafka, (message, _) -> new TopicPartition(Topics.deadLetters(message.topic()), -1));
        publisher.setFailIfSendResultIsError(true);
    }

    /// `reason` must hold nothing of the record's content.
    void put(ConsumerRecord<String, byte[]> message, String reason) {
        publisher.accept(message, null, new UnprojectableException(reason));
    }

    private static final class UnprojectableException extends RuntimeException {
        UnprojectableException(String reason) {
            super(reason);
        }
    }
}
