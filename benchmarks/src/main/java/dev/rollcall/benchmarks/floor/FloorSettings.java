package dev.rollcall.benchmarks.floor;

import dev.rollcall.benchmarks.server.Engines;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Settings of Kafka's clients for throughput, none of which weakens durability.
final class FloorSettings {
    private FloorSettings() {}

    static Map<String, Object> producer(Engines engines) {
        var settings = new HashMap<>(engines.kafka());
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 512 * 1024);
        settings.put("linger.ms", 20);
        settings.put("buffer.memory", 64L * 1024 * 1024);
        return settings;
    }

    static Map<String, Object> consumer(Engines engines) {
        var settings = new HashMap<>(engines.kafka());
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("group.id", "floor");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.min.bytes", 4 * 1024 * 1024);
        settings.put("fetch.max.wait.ms", 200);
        settings.put("fetch.max.bytes", 16 * 1024 * 1024);
        settings.put("max.partition.fetch.bytes", 4 * 1024 * 1024);
        settings.put("max.poll.records", 8000);
        return settings;
    }
}
