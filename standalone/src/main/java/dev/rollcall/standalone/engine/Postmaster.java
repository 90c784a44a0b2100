package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The PostgreSQL server that outlives us when this process is killed. Its pid is in the cluster's
/// `postmaster.pid`.
final class Postmaster {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Postmaster() {}

    /// Stops the server of this cluster and no other process, whoever has got its pid meanwhile.
    /// PostgreSQL recovers from its log afterwards, so that stopping it hard loses nothing.
    static void stopLeftover(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var leftover = process(pidFile).filter(process -> serves(process, cluster));
        if (leftover.isPresent()) {
            stop(leftover.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        var firstLine =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        return firstLine.matches("[1-9][0-9]{0,9}") ? ProcessHandle.of(Long.parseLong(firstLine)) : Optional.empty();
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        return process.info()
                .arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .isPresent();
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        if (!ended(server)) {
            server.destroyForcibly();
            if (!ended(server)) {
                throw new StartFailure("an old PostgreSQL (process " + server.pid() + ") does not stop");
            }
        }
    }

    private static boolean ended(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the old PostgreSQL can't be watched", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while an old PostgreSQL stopped");
        }
    }
}
