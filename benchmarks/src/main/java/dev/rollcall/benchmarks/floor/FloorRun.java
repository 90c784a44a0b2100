package dev.rollcall.benchmarks.floor;

import dev.rollcall.benchmarks.load.Watch;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// One run of the floor: its three stages, each of which may run on several threads, and its end.
record FloorRun(
        Engines engines,
        FloorTopics topics,
        Producer<byte[], byte[]> producer,
        long rows,
        AtomicLong finished,
        CountDownLatch end,
        AtomicReference<@Nullable Throwable> failure) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int OUTCOME_BYTES = 300;
    private static final byte[] COLUMNS = "\ttenant\t1\t2026-01-01 00:00:00+00\n".getBytes(StandardCharsets.US_ASCII);

    FloorRun(Engines engines, FloorTopics topics, Producer<byte[], byte[]> producer, long rows) {
        this(
                engines,
                topics,
                producer,
                rows,
                new AtomicLong(),
                new CountDownLatch(1),
                new AtomicReference<@Nullable Throwable>());
    }

    ExecutorService open() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("floor-", 0).factory());
    }

    /// Every row of the file but the header, keyed by its first column.
    void publish(Path file) {
        try (var lines = new FloorLines(file)) {
            lines.skip();
            var line = lines.next();
            while (line != null && failure.get() == null) {
                send(producer, new ProducerRecord<>(topics.requests(), FloorLines.firstColumn(line), line));
                line = lines.next();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    void requests(int reader, int readers, FloorTables tables) {
        var outcome = new byte[OUTCOME_BYTES];
        try (var outcomes = new KafkaProducer<byte[], byte[]>(FloorSettings.producer(engines))) {
            consume(topics.requests(), reader, readers, tables, (connection, polled) -> {
                copy(connection, "COPY requests FROM STDIN", polled);
                for (var request : polled) {
                    send(outcomes, new ProducerRecord<>(topics.outcomes(), request.key(), outcome));
                }
                outcomes.flush();
            });
        }
    }

    void outcomes(int reader, int readers, FloorTables tables) {
        consume(topics.outcomes(), reader, readers, tables, (connection, polled) -> {
            copy(connection, "COPY outcomes FROM STDIN", polled);
            if (finished.addAndGet(polled.count()) >= rows) {
                end.countDown();
            }
        });
    }

    /// Returns when every row is in the second table, or fails with what went wrong on any thread.
    void awaitEnd() {
        try {
            var inTime = end.await(Watch.over(rows).patience().toSeconds(), TimeUnit.SECONDS);
            end.countDown();
            var cause = failure.get();
            if (cause != null || !inTime) {
                throw new BenchFailure("the floor broke: " + cause);
            }
        } catch (InterruptedException e) {
            end.countDown();
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    /// What is done with each poll before its offsets are committed.
    private interface Step {
        void take(Connection connection, ConsumerRecords<byte[], byte[]> polled) throws Exception;
    }

    private void consume(String topic, int reader, int readers, FloorTables tables, Step step) {
        try (var connection = tables.connect();
                var consumer = new KafkaConsumer<byte[], byte[]>(FloorSettings.consumer(engines))) {
            consumer.assign(FloorTopics.share(topic, reader, readers));
            while (end.getCount() > 0) {
                var polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    step.take(connection, polled);
                    consumer.commitAsync();
                }
            }
        } catch (Exception | OutOfMemoryError e) {
            fail(e);
        }
    }

    private static void copy(Connection connection, String command, ConsumerRecords<byte[], byte[]> polled)
            throws Exception {
        var text = new ByteArrayOutputStream(polled.count() * (COLUMNS.length + 32));
        polled.forEach(polledRecord -> {
            text.writeBytes(polledRecord.key());
            text.writeBytes(COLUMNS);
        });
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        var bytes = text.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    private void send(Producer<byte[], byte[]> to, ProducerRecord<byte[], byte[]> sent) {
        var _ = to.send(sent, (_, cause) -> {
            if (cause != null) {
                fail(cause);
            }
        });
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        end.countDown();
    }
}
