package dev.rollcall.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.usage.Usage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineFiguresTest {
    private static final PipelinePlan PLAN = new PipelinePlan(2_000, 0, 3, 0, 10_000, 0, true);

    @Test
    void comparesEachBatchWithTheFloorRightBeforeIt() {
        var figures = new PipelineFigures(
                "standalone",
                PLAN,
                List.of(1000.0, 500.0, 2000.0),
                List.of(run(4), run(8), run(2)),
                List.of(),
                null,
                Map.of(),
                null);

        assertThat(figures.share().median()).isEqualTo(0.5);
        assertThat(figures.devicesPerSecond().median()).isEqualTo(500);
    }

    @Test
    void tellsWhatADeviceCosts() {
        assertThat(run(4).cpuMicrosPerDevice()).isCloseTo(1500, within(1e-6));
        assertThat(run(4).cpuMicrosPerDevice("a")).isCloseTo(1000, within(1e-6));
    }

    @Test
    void isFlatWhereTheLaterHalfIsAsFastAsTheEarlier() {
        assertThat(run(10).steadiness()).isCloseTo(1, within(0.01));
    }

    @Test
    void keepsTheCatalogAtItsSizeWhateverIsUploaded() {
        assertThat(PLAN.shelf()).isEqualTo(2_000);
    }

    @Test
    void refusesFewerRowsThanABigBatchHas() {
        assertThatThrownBy(() -> new PipelinePlan(1_000, 0, 1, 0, 0, 0, true)).isInstanceOf(BenchFailure.class);
    }

    /// 2,000 devices at an even rate.
    private static BatchRun run(double seconds) {
        var samples = IntStream.rangeClosed(0, 100)
                .mapToObj(part -> new Sample(part * seconds / 100, part * 20L))
                .toList();
        var usage = new Usage(Map.of("a", 2.0, "b", 1.0), 0, 0, 0);
        return new BatchRun("run", 2_000, seconds / 2, seconds, usage, Map.of(), samples);
    }
}
