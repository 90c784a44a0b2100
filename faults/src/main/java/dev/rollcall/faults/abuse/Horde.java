package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Many who do the same at the same time.
final class Horde {
    private Horde() {}

    /// Each gets a number from 0 on; returns when the last has ended.
    static void of(int count, IntConsumer deed) {
        var threads = IntStream.range(0, count)
                .mapToObj(
                        number -> Thread.ofVirtual().name("attacker-" + number).start(() -> deed.accept(number)))
                .toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
