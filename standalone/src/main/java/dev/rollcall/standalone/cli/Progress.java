package dev.rollcall.standalone.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar on an interactive terminal, and nothing anywhere else.
record Progress(@Nullable ProgressBar bar) implements AutoCloseable {
    private static final int UPDATE_MILLIS = 200;

    static Progress of(String task, long max, Terminal terminal) {
        return new Progress(
                terminal.interactive()
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(max)
                                .setUpdateIntervalMillis(UPDATE_MILLIS)
                                .setStyle(ProgressBarStyle.ASCII)
                                .build()
                        : null);
    }

    void step(long amount) {
        if (bar != null) {
            bar.stepBy(amount);
        }
    }

    void at(long done, long max) {
        if (bar != null) {
            bar.maxHint(max);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
