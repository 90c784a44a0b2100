package dev.rollcall.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.support.KafkaHeaders;

/// Where a record lies, or lay before it was put aside.
record Place(String topic, int partition, long offset) {

    static Place of(RecordMetadata sent) {
        return new Place(sent.topic(), sent.partition(), sent.offset());
    }

    static Place before(ConsumerRecord<?, ?> letter) {
        return new Place(
                new String(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC).value(), UTF_8),
                ByteBuffer.wrap(header(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION)
                                .value())
                        .getInt(),
                ByteBuffer.wrap(header(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET).value())
                        .getLong());
    }

    private static Header header(ConsumerRecord<?, ?> letter, String name) {
        return Objects.requireNonNull(letter.headers().lastHeader(name), name);
    }
}
