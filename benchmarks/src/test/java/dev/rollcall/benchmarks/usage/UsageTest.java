package dev.rollcall.benchmarks.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void isTheDifferenceOfTwoReadings() {
        var before = new Usage(Map.of("a", 1.0), 10, 100, 1_000);
        var after = new Usage(Map.of("a", 1.5, "b", 2.0), 11, 102, 1_003);

        assertThat(after.since(before)).isEqualTo(new Usage(Map.of("a", 0.5, "b", 2.0), 1, 2, 3));
        assertThat(after.allCpuSeconds()).isEqualTo(3.5);
    }

    @Test
    void isSharedByThePiecesOfWorkThatItWasFor() {
        var used = new Usage(Map.of("a", 0.5), 0, 0, 0);

        assertThat(used.cpuMicrosPer(1_000)).isEqualTo(Map.of("a", 500.0));
    }

    @Test
    void readsThePeakOfTheHeapAndWhatTheLastCollectionLeft() throws IOException {
        var log = Files.writeString(directory.resolve("gc.log"), """
                [1.2s][info][gc] Using G1
                [2.0s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 120M->30M(256M) 3.1ms
                [3.0s][info][gc] GC(1) Concurrent Mark Cycle 5.0ms
                [4.0s][info][gc] GC(2) Pause Young (Mixed) (G1 Evacuation Pause) 100M->25M(256M) 3.1ms
                """);

        assertThat(Heap.of(log)).isEqualTo(new Heap(120, 25));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsWhatAProcessHasUsed() {
        var pid = ProcessHandle.current().pid();

        assertThat(ProcessFiles.own(pid)).isPositive();
        assertThat(ProcessFiles.withDescendants(pid)).isGreaterThanOrEqualTo(ProcessFiles.own(pid));
        assertThat(ProcessFiles.peakMemory(pid)).isGreaterThan(1_000_000);
        assertThat(ProcessFiles.own(Integer.MAX_VALUE)).isZero();
    }
}
