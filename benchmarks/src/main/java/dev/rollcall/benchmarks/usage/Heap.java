package dev.rollcall.benchmarks.usage;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The heap of a Java process in MiB, by its log of garbage collections: the most before a collection, and
/// what the last one left.
public record Heap(long peakMib, long leftMib) {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    public static Heap of(Path gcLog) {
        var peak = 0L;
        var left = 0L;
        try {
            for (var line : Files.readAllLines(gcLog)) {
                var found = COLLECTION.matcher(line);
                if (found.find()) {
                    peak = Math.max(peak, Long.parseLong(found.group(1)));
                    left = Long.parseLong(found.group(2));
                }
            }
        } catch (IOException e) {
            throw new BenchFailure("the log " + gcLog + " can't be read: " + e.getMessage(), e);
        }
        return new Heap(peak, left);
    }
}
