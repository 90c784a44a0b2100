package dev.rollcall.benchmarks.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many rows of each of several batches were finished at some instants, in the order of time.
final class Race {
    private final List<Look> looks = new ArrayList<>();
    private final List<Long> rows;

    /// `nanos` on any clock that runs on.
    private record Look(long nanos, List<Long> finished) {}

    /// `rows` of each batch.
    Race(List<Long> rows) {
        this.rows = List.copyOf(rows);
    }

    void look(long nanos, List<Long> finished) {
        looks.add(new Look(nanos, List.copyOf(finished)));
    }

    /// What each batch got from the first look at or after `start` until the first of them was complete.
    long[] whileAllWereActive(long start) {
        var active = looks.stream().filter(look -> look.nanos() >= start).toList();
        if (active.isEmpty()) {
            return new long[rows.size()];
        }
        var begin = active.getFirst().finished();
        var end = active.stream()
                .filter(this::anyComplete)
                .findFirst()
                .orElse(active.getLast())
                .finished();
        return batches().mapToLong(batch -> end.get(batch) - begin.get(batch)).toArray();
    }

    /// The first look that saw the batch complete.
    long completedAt(int batch) {
        return looks.stream()
                .filter(look -> isComplete(look, batch))
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    boolean isOver() {
        return !looks.isEmpty() && batches().allMatch(batch -> isComplete(looks.getLast(), batch));
    }

    private boolean anyComplete(Look look) {
        return batches().anyMatch(batch -> isComplete(look, batch));
    }

    private boolean isComplete(Look look, int batch) {
        return look.finished().get(batch) >= rows.get(batch);
    }

    private IntStream batches() {
        return IntStream.range(0, rows.size());
    }
}
