package dev.rollcall.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Records so large that Kafka may not take them once more with a few headers on them. No writer of ours makes one: the
/// longest row that an upload takes comes to less, whatever its JSON escapes.
public final class Oversize {
    /// Why one is put aside that could be read.
    public static final String REASON = "larger than an event may be";

    /// By default Kafka takes 1,048,588 bytes. What was compressed may be more than that when it is read.
    private static final int LARGEST = 900_000;

    private static final String HEADER = "rollcall_abridged";

    private Oversize() {}

    public static boolean is(ConsumerRecord<String, byte[]> message) {
        return size(message) > LARGEST;
    }

    /// The record itself, or in the place of an oversize one a record that only says how many bytes it had.
    public static ConsumerRecord<String, byte[]> abridged(ConsumerRecord<String, byte[]> message) {
        return is(message) ? husk(message) : message;
    }

    /// Whether the record stands for one that was larger.
    public static boolean isAbridged(Headers headers) {
        return headers.lastHeader(HEADER) != null;
    }

    private static ConsumerRecord<String, byte[]> husk(ConsumerRecord<String, byte[]> message) {
        var size = Long.toString(size(message)).getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                message.topic(),
                message.partition(),
                message.offset(),
                message.timestamp(),
                message.timestampType(),
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                null,
                null,
                new RecordHeaders().add(HEADER, size),
                Optional.empty());
    }

    private static long size(ConsumerRecord<String, byte[]> message) {
        var headers = StreamSupport.stream(message.headers().spliterator(), false)
                .mapToLong(header -> header.key().length() + (header.value() == null ? 0 : header.value().length))
                .sum();
        var value = message.value() == null ? 0 : message.value().length;
        return headers + Math.max(0, message.serializedKeySize()) + value;
    }
}
