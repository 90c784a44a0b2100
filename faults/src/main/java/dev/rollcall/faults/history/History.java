package dev.rollcall.faults.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Everything that was called and everything that was done to the cluster, in the order in which it ended. Each line of
/// its file is an object of JSON; the first names the seed.
public final class History implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Call> calls = new ArrayList<>();
    private final BufferedWriter file;
    private final InstantSource clock = InstantSource.system();

    private History(BufferedWriter file) {
        this.file = file;
    }

    public static History in(Path file, long seed) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var history = new History(Files.newBufferedWriter(file));
            history.line(Map.of("seed", seed));
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void add(Call call) {
        calls.add(call);
        line(call);
    }

    /// What was done to the cluster, or what it did, at this moment.
    public synchronized void note(String what) {
        line(new Event(clock.instant(), what));
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Object entry) {
        try {
            file.write(JSON.writeValueAsString(entry));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
