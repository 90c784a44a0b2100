package dev.rollcall.benchmarks.floor;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;

/// Reads a file, produces each row to a topic, consumes them, copies a narrow row of each into a table, produces 300
/// bytes of each to a second topic, consumes those, and copies a row of each into a second table. All at once, with
/// `acks=all`, in big polls, each committed by PostgreSQL before its offsets.
public final class Floor {
    /// Each of the two stages that consume.
    private static final int READERS = 2;

    private final Engines engines;

    public Floor(Engines engines) {
        this.engines = engines;
    }

    /// Seconds from the first byte read until the last row was committed in the second table. Leaves nothing behind.
    public double run(Path file, long rows) {
        var topics = FloorTopics.create(engines);
        try (var tables = FloorTables.create(engines);
                var producer = new KafkaProducer<byte[], byte[]>(FloorSettings.producer(engines))) {
            return run(new FloorRun(engines, topics, producer, rows), file, tables);
        } catch (SQLException e) {
            throw new BenchFailure("the floor's tables: " + e.getMessage(), e);
        } finally {
            topics.delete(engines);
        }
    }

    private double run(FloorRun run, Path file, FloorTables tables) throws SQLException {
        var began = System.nanoTime();
        try (var threads = run.open()) {
            IntStream.range(0, READERS).forEach(reader -> {
                threads.execute(() -> run.requests(reader, READERS, tables));
                threads.execute(() -> run.outcomes(reader, READERS, tables));
            });
            run.publish(file);
            run.awaitEnd();
        }
        var seconds = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
        tables.requireRows(run.rows());
        return seconds;
    }
}
