package dev.rollcall.benchmarks.usage;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Deployment;
import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what a deployment, its engines and we ourselves, who make the load, have used so far.
public record Meter(List<Deployment.Member> members, Engines engines) {
    private static final String POSTGRES = "PostgreSQL";
    private static final String LOAD = "load generator";

    private static final String SIZES = """
            SELECT sum(pg_database_size(oid)) FILTER (WHERE datname <> 'floor'), pg_current_wal_insert_lsn() - '0/0'::pg_lsn
            FROM pg_database
            """;

    public static Meter of(Deployment deployment) {
        return new Meter(deployment.members(), deployment.engines());
    }

    public Usage read() {
        var cpu = new LinkedHashMap<String, Double>();
        members.forEach(member -> cpu.put(member.name(), ProcessFiles.own(member.pid())));
        cpu.put(POSTGRES, ProcessFiles.withDescendants(engines.postmasterPid()));
        cpu.put(LOAD, ProcessFiles.own(ProcessHandle.current().pid()));
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement();
                var sizes = statement.executeQuery(SIZES)) {
            sizes.next();
            return new Usage(cpu, kafkaBytes(), sizes.getLong(1), sizes.getLong(2));
        } catch (SQLException e) {
            throw new BenchFailure("PostgreSQL does not tell its size: " + e.getMessage(), e);
        }
    }

    /// Of each Java process: the most memory the process ever had, in bytes.
    public Map<String, Long> peakMemory() {
        var peaks = new LinkedHashMap<String, Long>();
        members.forEach(member -> peaks.put(member.name(), ProcessFiles.peakMemory(member.pid())));
        return peaks;
    }

    /// Of each Java process.
    public Map<String, Heap> heaps() {
        var heaps = new LinkedHashMap<String, Heap>();
        members.forEach(member -> heaps.put(member.name(), Heap.of(member.gcLog())));
        return heaps;
    }

    /// Of the log of all topics but the floor's. Segments are as big as what is in them.
    private long kafkaBytes() {
        try (var partitions = Files.list(engines.kafkaLog())) {
            return partitions
                    .filter(Files::isDirectory)
                    .filter(partition ->
                            !String.valueOf(partition.getFileName()).startsWith("floor-"))
                    .mapToLong(Meter::segments)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            throw new BenchFailure("Kafka's log can't be read: " + e.getMessage(), e);
        }
    }

    private static long segments(Path partition) {
        try (var files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
