package dev.rollcall.standalone.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar that redraws itself.
record ProgressBarOnTerminal(ProgressBar bar) implements Progress {
    private static final int UPDATE_MILLIS = 200;

    static Progress of(String task, long max) {
        return new ProgressBarOnTerminal(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build());
    }

    @Override
    public void step(long amount) {
        bar.stepBy(amount);
    }

    @Override
    public void at(long done, long max) {
        bar.maxHint(max);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
