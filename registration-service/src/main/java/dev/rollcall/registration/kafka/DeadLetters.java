package dev.rollcall.registration.kafka;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Oversize;
import dev.rollcall.events.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaders;

/// How a record that can't be processed is put aside: as it came, with who could not process it, and
/// with where it came from and why in Spring Kafka's `kafka_dlt-…` headers. Of an [Oversize] one only
/// these are kept.
public final class DeadLetters {
    private DeadLetters() {}

    /// `reason` holds nothing of the record's content.
    public static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> message, String reader, String reason) {
        var kept = Oversize.abridged(message);
        var letter = new ProducerRecord<>(
                Topics.deadLetters(message.topic()), null, kept.key(), kept.value(), kept.headers());
        Addressee.put(letter.headers(), reader);
        addOrigin(letter.headers(), message);
        letter.headers().add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason.getBytes(StandardCharsets.UTF_8));
        return letter;
    }

    private static void addOrigin(Headers headers, ConsumerRecord<?, ?> message) {
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, message.topic().getBytes(StandardCharsets.UTF_8));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(message.partition()).array());
        headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(message.offset()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(message.timestamp()));
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
