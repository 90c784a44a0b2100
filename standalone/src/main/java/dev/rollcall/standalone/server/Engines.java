package dev.rollcall.standalone.server;

import dev.rollcall.standalone.engine.DataDirectory;
import dev.rollcall.standalone.engine.EmbeddedBroker;
import dev.rollcall.standalone.engine.EmbeddedDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/// Kafka and PostgreSQL, started side by side. Neither knows of the other, so they may stop in any
/// order.
record Engines(EmbeddedBroker broker, EmbeddedDatabase database) {

    /// Whichever of them started is in `opened` afterwards, also when the other one failed.
    static Engines start(DataDirectory directory, Opened opened) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            var database = CompletableFuture.supplyAsync(
                    () -> opened.keep(EmbeddedDatabase.start(directory.postgres())), thread);
            var broker = opened.keep(EmbeddedBroker.start(directory.kafka()));
            return new Engines(broker, database.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
