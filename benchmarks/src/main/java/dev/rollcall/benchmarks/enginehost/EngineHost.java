package dev.rollcall.benchmarks.enginehost;

import dev.rollcall.standalone.engine.EmbeddedBroker;
import dev.rollcall.standalone.engine.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;

/// Runs both engines in a data directory until the process is told to end, or PostgreSQL alone where it is told of a
/// Kafka that runs elsewhere. The file `bootstrap-servers` in the directory appears when clients can connect.
public final class EngineHost {
    private EngineHost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var data = Path.of(arguments[0]);
        Files.createDirectories(data);
        var database = EmbeddedDatabase.start(data.resolve("postgres"));
        if (arguments.length > 1) {
            endWith(database::close);
            tell(data, arguments[1]);
        } else {
            var broker = EmbeddedBroker.start(data.resolve("kafka"));
            endWith(() -> {
                broker.close();
                database.close();
            });
            tell(data, broker.bootstrapServers());
        }
        new CountDownLatch(1).await();
    }

    private static void endWith(Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(end));
    }

    private static void tell(Path data, String bootstrapServers) throws IOException {
        var written = Files.writeString(data.resolve("bootstrap-servers.new"), bootstrapServers);
        Files.move(written, data.resolve("bootstrap-servers"), StandardCopyOption.ATOMIC_MOVE);
    }
}
