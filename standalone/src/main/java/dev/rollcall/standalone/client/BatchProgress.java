package dev.rollcall.standalone.client;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far a batch is, and its outcomes counted by their API names.
public record BatchProgress(
        String status,
        long rowCount,
        long pending,
        long succeeded,
        long failed,
        @Nullable Map<String, Long> outcomes) {

    public boolean completed() {
        return "completed".equals(status);
    }

    public Map<String, Long> counts() {
        return outcomes == null ? Map.of() : new TreeMap<>(outcomes);
    }

    public long done() {
        return succeeded + failed;
    }
}
