package dev.rollcall.standalone.deadletters;

import dev.rollcall.events.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The dead letters of every topic. The offset that the group `dead-letters` has committed is where
/// those begin that nobody has dealt with. What is put back is acknowledged by all replicas before
/// it counts as dealt with: who is interrupted may put a letter back twice, which its reader does
/// not mind.
public final class DeadLetterBox implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_MILLIS = 15_000;

    private final Topics topics;
    private final Map<String, Object> connection;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /// `connection` is what a client of Kafka must know.
    public DeadLetterBox(Map<String, Object> connection, Topics topics) {
        this.topics = topics;
        this.connection = Map.copyOf(connection);
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + "dead-letters");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// The topics that can have dead letters.
    public List<String> topics() {
        return topics.all(1, 1).stream()
                .map(topic -> topic.name())
                .filter(name -> name.equals(originOf(name)))
                .toList();
    }

    /// Shows those that nobody has dealt with, or all that there ever were, in their order. Returns how
    /// many.
    public long visit(String topic, boolean all, Consumer<DeadLetter> visitor) {
        var letters = letters(topic);
        return read(letters, all ? first(letters) : waitingFrom(letters), end(letters), visitor);
    }

    public Optional<DeadLetter> find(String topic, long offset) {
        var found = new ArrayList<DeadLetter>(1);
        var letters = letters(topic);
        if (offset >= first(letters) && offset < end(letters)) {
            read(letters, offset, offset + 1, found::add);
        }
        return found.stream().filter(letter -> letter.offset() == offset).findAny();
    }

    /// Puts those back that nobody has dealt with, up to and with the offset `through`, but `except` and
    /// those that are not whole. All of them are dealt with then. Returns how many were put back.
    public long putBack(String topic, long through, Set<Long> except) {
        var letters = letters(topic);
        var end = Math.min(through + 1, end(letters));
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = producer()) {
            read(letters, waitingFrom(letters), end, letter -> {
                if (letter.isWhole() && !except.contains(letter.offset())) {
                    sent.add(producer.send(letter.back(topic, isPlacedByTenant(topic))));
                }
            });
            producer.flush();
        }
        sent.forEach(DeadLetterBox::acknowledged);
        commit(letters, end);
        return sent.size();
    }

    /// Has all up to and with this offset count as dealt with.
    public void dismiss(String topic, long through) {
        var letters = letters(topic);
        commit(letters, Math.min(through + 1, end(letters)));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String originOf(String name) {
        var suffix = Topics.deadLetters("");
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }

    private boolean isPlacedByTenant(String topic) {
        return topic.equals(topics.registrationRequestsBulk()) || topic.equals(topics.registrationOutcomesBulk());
    }

    /// They have one partition, so that an offset names a letter.
    private static TopicPartition letters(String topic) {
        return new TopicPartition(Topics.deadLetters(topic), 0);
    }

    private long read(TopicPartition letters, long from, long end, Consumer<DeadLetter> visitor) {
        consumer.assign(List.of(letters));
        consumer.seek(letters, from);
        var read = 0L;
        while (consumer.position(letters) < end) {
            for (var message : consumer.poll(POLL).records(letters)) {
                if (message.offset() < end) {
                    visitor.accept(new DeadLetter(message));
                    read++;
                }
            }
        }
        return read;
    }

    private void commit(TopicPartition letters, long end) {
        if (end > waitingFrom(letters)) {
            consumer.commitSync(Map.of(letters, new OffsetAndMetadata(end)));
        }
    }

    private long waitingFrom(TopicPartition letters) {
        var committed = consumer.committed(Set.of(letters)).get(letters);
        return committed == null ? first(letters) : Math.max(committed.offset(), first(letters));
    }

    private long first(TopicPartition letters) {
        return consumer.beginningOffsets(List.of(letters)).getOrDefault(letters, 0L);
    }

    private long end(TopicPartition letters) {
        return consumer.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not take a letter back: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }
}
