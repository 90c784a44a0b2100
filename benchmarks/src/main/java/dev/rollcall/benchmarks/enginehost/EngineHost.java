package dev.rollcall.benchmarks.enginehost;

import dev.rollcall.standalone.engine.EmbeddedBroker;
import dev.rollcall.standalone.engine.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/// Runs both engines in a data directory until the process is told to end. The file `bootstrap-servers` in it appears
/// when clients can connect.
public final class EngineHost {
    private EngineHost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var data = Path.of(arguments[0]);
        Files.createDirectories(data);
        var database = EmbeddedDatabase.start(data.resolve("postgres"));
        var broker = EmbeddedBroker.start(data.resolve("kafka"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            database.close();
        }));
        tell(data, broker.bootstrapServers());
        new CountDownLatch(1).await();
    }

    private static void tell(Path data, String bootstrapServers) throws IOException {
        var written = Files.writeString(data.resolve("bootstrap-servers.new"), bootstrapServers);
        Files.move(written, data.resolve("bootstrap-servers"), StandardCopyOption.ATOMIC_MOVE);
    }
}
