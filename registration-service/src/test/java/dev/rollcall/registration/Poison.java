package dev.rollcall.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Records that should never lie in a topic. Each is like a good one, of the same partition, but for one thing.
record Poison(ProducerRecord<String, byte[]> good) {
    private static final String TYPE = "ce_type";
    private static final int NEARLY_ALL_THAT_KAFKA_TAKES = 1_048_000;
    private static final int TEN_MEGABYTES = 10 << 20;

    /// Those that are put aside as they are.
    List<ProducerRecord<String, byte[]>> small() {
        return List.of(
                holding("no json"),
                holding("[]"),
                holding("null"),
                holding("{}"),
                holding("{\"deviceId\": {\"scheme\": \"of a later version\"}}"),
                like(good.key(), null),
                like(null, good.value()),
                like("another's key", good.value()),
                withoutHeaders(good.value()),
                withoutType());
    }

    /// Those that Kafka would not take with anything more on them.
    List<ProducerRecord<String, byte[]>> large() {
        return List.of(like(good.key(), noise(NEARLY_ALL_THAT_KAFKA_TAKES)), like(good.key(), packable()));
    }

    ProducerRecord<String, byte[]> tooLargeForKafka() {
        return like(good.key(), noise(TEN_MEGABYTES));
    }

    /// This one is none: nobody knows it yet.
    ProducerRecord<String, byte[]> ofALaterVersion() {
        var message = withoutType();
        message.headers().add(TYPE, "dev.rollcall.OfALaterVersion".getBytes(UTF_8));
        return message;
    }

    /// Ten megabytes, of which next to nothing is left once they are compressed.
    private static byte[] packable() {
        return new byte[TEN_MEGABYTES];
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private ProducerRecord<String, byte[]> holding(String value) {
        return like(good.key(), value.getBytes(UTF_8));
    }

    private ProducerRecord<String, byte[]> withoutType() {
        var message = like(good.key(), good.value());
        message.headers().remove(TYPE);
        return message;
    }

    private ProducerRecord<String, byte[]> withoutHeaders(byte[] value) {
        return new ProducerRecord<>(good.topic(), good.partition(), good.key(), value);
    }

    private ProducerRecord<String, byte[]> like(@Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(good.topic(), good.partition(), key, value, good.headers());
    }
}
