package dev.rollcall.standalone.cli;

import java.time.InstantSource;

/// How far a task is, shown while it runs: a bar on an interactive terminal, now and then a line
/// anywhere else.
sealed interface Progress extends AutoCloseable permits ProgressBarOnTerminal, ProgressLines {

    static Progress of(String task, String unit, long max, Terminal terminal) {
        return terminal.interactive()
                ? ProgressBarOnTerminal.of(task, max)
                : new ProgressLines(task, unit, max, terminal.err(), InstantSource.system());
    }

    void step(long amount);

    void at(long done, long max);

    @Override
    void close();
}
