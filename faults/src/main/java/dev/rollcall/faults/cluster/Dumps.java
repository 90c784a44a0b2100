package dev.rollcall.faults.cluster;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.Engines;
import dev.rollcall.benchmarks.server.PostgresTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What `pg_dump` wrote of each database that is more than a copy of the topics, one after the other, while the
/// services worked.
public record Dumps(Path folder) implements Backup {
    private static final List<String> DATABASES = List.of("upload", "registration");

    public static Dumps take(Engines engines, Path into) {
        var tools = new PostgresTools(engines);
        try {
            var dumps = new Dumps(Files.createDirectory(into));
            for (var database : DATABASES) {
                tools.run(database, "pg_dump", "--format=custom", "--file=" + dumps.of(database));
            }
            return dumps;
        } catch (IOException e) {
            throw new BenchFailure("there is no folder for dumps: " + e.getMessage(), e);
        }
    }

    @Override
    public void bringBack(Database database) throws IOException {
        database.startEmpty();
        var tools = new PostgresTools(database.engines());
        for (var name : DATABASES) {
            tools.run(name, "pg_restore", "--exit-on-error", "--dbname=" + name, of(name).toString());
        }
    }

    private Path of(String database) {
        return folder.resolve(database + ".dump");
    }
}
