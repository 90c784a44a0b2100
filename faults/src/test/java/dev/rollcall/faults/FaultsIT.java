package dev.rollcall.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.faults.cluster.ClusterPlan;
import dev.rollcall.faults.nemesis.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every kind of fault under load, for every seed on a cluster of its own: `mvn verify -Pfaults`. A run is made
/// again by `-Dfaults.seeds=…`, faults and clients' draws alike; what they meet is the machine's doing.
@Tag("faults")
class FaultsIT {
    private static final Duration OF_EACH_SEED = Duration.ofMinutes(Long.getLong("faults.minutes", 7));

    @Test
    void nothingIsLostWhateverBreaks() {
        var results = Arrays.stream(System.getProperty("faults.seeds", "1,2,3").split(","))
                .map(Long::valueOf)
                .map(FaultsIT::run)
                .toList();

        Runs.print(results);
        assertThat(results).allSatisfy(result -> assertThat(result.violations()).isEmpty());
    }

    private static FaultResult run(long seed) {
        var result = Runs.run("all", ClusterPlan.usual(), new FaultPlan(seed, kinds(), OF_EACH_SEED, true));
        Runs.print(List.of(result));
        return result;
    }

    /// All, or some of them by name.
    private static List<FaultKind> kinds() {
        var named = System.getProperty("faults.kinds", "");
        return named.isEmpty()
                ? List.of(FaultKind.values())
                : Arrays.stream(named.split(",")).map(FaultKind::valueOf).toList();
    }
}
