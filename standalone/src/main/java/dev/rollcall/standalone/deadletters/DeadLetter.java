package dev.rollcall.standalone.deadletters;

import dev.rollcall.events.Addressee;
import dev.rollcall.events.Oversize;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/// A record as a reader put it aside. Its key and its value are personal data; what the other
/// methods tell is not.
public record DeadLetter(ConsumerRecord<byte[], byte[]> message) {
    private static final String ORIGIN = "kafka_dlt-";
    private static final String UNKNOWN = "?";
    private static final Set<String> NUMBERS = Set.of(
            KafkaHeaders.DLT_ORIGINAL_PARTITION, KafkaHeaders.DLT_ORIGINAL_OFFSET, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP);

    /// What a terminal would obey instead of showing it.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /// By which it is named among those of its topic.
    public long offset() {
        return message.offset();
    }

    public Instant putAsideAt() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /// The listener that could not process it.
    public String reader() {
        return Optional.ofNullable(Addressee.of(message.headers()))
                .map(DeadLetter::visible)
                .orElse(UNKNOWN);
    }

    public String reason() {
        return text(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
    }

    /// The kind of event that it says it is.
    public String type() {
        return text("ce_type");
    }

    /// Empty where it came without a value.
    public byte[] value() {
        return message.value() == null ? new byte[0] : message.value();
    }

    /// Not of a record that was too large: it only tells where that one lies, and can't go back in its
    /// place.
    public boolean isWhole() {
        return !Oversize.isAbridged(message.headers());
    }

    /// Name and value of each header, numbers written out. What was put aside may have had any of them, too.
    public List<String> headers() {
        var lines = new ArrayList<String>();
        for (var header : message.headers()) {
            lines.add(visible(header.key()) + ": " + shown(header));
        }
        return lines;
    }

    /// As it was before it was put aside, and for the reader alone that did so. It goes where its key
    /// goes; on a topic whose records are placed by tenant, to the partition it was in.
    ProducerRecord<byte[], byte[]> back(String topic, boolean toItsPartition) {
        var back = new ProducerRecord<>(
                topic, toItsPartition ? partition() : null, message.key(), message.value(), message.headers());
        for (var header : message.headers()) {
            if (header.key().startsWith(ORIGIN)) {
                back.headers().remove(header.key());
            }
        }
        return back;
    }

    private @Nullable Integer partition() {
        var header = message.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
        return header == null || header.value() == null || header.value().length != Integer.BYTES
                ? null
                : ByteBuffer.wrap(header.value()).getInt();
    }

    private String text(String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? UNKNOWN : visible(header.value());
    }

    private static String shown(Header header) {
        var value = header.value();
        if (value == null || value.length == 0) {
            return "";
        }
        return NUMBERS.contains(header.key()) ? new BigInteger(value).toString() : visible(value);
    }

    private static String visible(byte[] text) {
        return visible(new String(text, StandardCharsets.UTF_8));
    }

    private static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
