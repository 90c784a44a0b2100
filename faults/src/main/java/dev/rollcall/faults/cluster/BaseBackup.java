package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Set;

/// A copy of all of PostgreSQL's files that was taken while it worked, as `pg_basebackup` takes one: the server is told
/// of its beginning and end, and what was written meanwhile is in the WAL that comes with it.
public record BaseBackup(Path files) implements Backup {
    private static final String LABEL = "backup_label";
    private static final Set<String> OF_THE_RUNNING_SERVER = Set.of("postmaster.pid", "postmaster.opts");

    public static BaseBackup take(Engines engines, Path into) {
        var cluster = Database.disk(engines);
        try (var connection = engines.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('rollcall', true)");
            copy(cluster, into);
            try (var stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(into.resolve(LABEL), stopped.getString(1));
            }
            // Once more: what the copy began with may have been written since.
            copy(cluster.resolve("pg_wal"), into.resolve("pg_wal"));
            return new BaseBackup(into);
        } catch (SQLException | IOException e) {
            throw new BenchFailure("PostgreSQL can't be backed up: " + e.getMessage(), e);
        }
    }

    @Override
    public void bringBack(Database database) throws IOException {
        copy(files, database.disk());
        database.startAgain();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            tree.filter(file ->
                            !OF_THE_RUNNING_SERVER.contains(file.getFileName().toString()))
                    .forEach(file ->
                            copyOne(file, to.resolve(from.relativize(file).toString())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copyOne(Path file, Path to) {
        try {
            if (!Files.isDirectory(file)) {
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            } else if (!Files.exists(to)) {
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (NoSuchFileException _) {
            // It was deleted meanwhile: the WAL knows.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
