package dev.rollcall.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// A line every few seconds, for logs and pipes. What takes less time than that says nothing.
final class ProgressLines implements Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int PERCENT = 100;

    private final String task;
    private final String unit;
    private final PrintWriter out;
    private final InstantSource clock;
    private long max;
    private long done;
    private Instant next;

    ProgressLines(String task, String unit, long max, PrintWriter out, InstantSource clock) {
        this.task = task;
        this.unit = unit;
        this.max = max;
        this.out = out;
        this.clock = clock;
        this.next = clock.instant().plus(BETWEEN_LINES);
    }

    @Override
    public synchronized void step(long amount) {
        at(done + amount, max);
    }

    @Override
    public synchronized void at(long doneNow, long maxNow) {
        done = doneNow;
        max = maxNow;
        if (max > 0 && !clock.instant().isBefore(next)) {
            next = clock.instant().plus(BETWEEN_LINES);
            out.printf(
                    Locale.ROOT,
                    "%s: %d %% (%,d of %,d %s)%n",
                    task,
                    Math.min(done, max) * PERCENT / max,
                    done,
                    max,
                    unit);
            out.flush();
        }
    }

    @Override
    public void close() {
        // The last line of the task is whoever began it's to print.
    }
}
