package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.checker.Checker;
import dev.rollcall.faults.checker.Evidence;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.evidence.Gathering;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Ghost;
import dev.rollcall.faults.load.Load;
import dev.rollcall.faults.load.Probe;
import dev.rollcall.faults.nemesis.Injected;
import dev.rollcall.faults.nemesis.Nemesis;
import dev.rollcall.faults.nemesis.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Breaks a cluster under load, and checks what is left of it.
public final class FaultRun {
    private static final int CONTESTED = 3_000;
    private static final int MOST_FAULTS = 80;
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LOOKS = 4;

    private final Cluster cluster;
    private final WorkDirectory directory;
    private final History history;
    private final Devices devices = new Devices("FAULTS", CONTESTED, MOST_FAULTS * Probe.DEVICES);

    public FaultRun(Cluster cluster, WorkDirectory directory, History history) {
        this.cluster = cluster;
        this.directory = directory;
        this.history = history;
    }

    public FaultResult run(FaultPlan plan) {
        try (var parties = Parties.of(cluster, history)) {
            parties.supplier().list(devices, directory.file("catalog.csv"));
            var probe = new Probe(parties.prober(), devices);
            var nemesis = new Nemesis(cluster, probe, new Ghost(parties.vanisher(), devices, history), history);
            var injected = new ArrayList<Injected>();
            var begun = System.nanoTime();
            try (var _ = Load.start(parties.tenants(), devices, plan.seed())) {
                LockSupport.parkNanos(WARM.toNanos());
                var faults = Schedule.of(plan.seed(), plan.kinds()).iterator();
                while (injected.size() < plan.kinds().size() || since(begun).compareTo(plan.lasting()) < 0) {
                    var fault = faults.next();
                    nemesis.inject(fault);
                    injected.add(new Injected(
                            fault, plan.recovering() ? Optional.of(nemesis.recovery()) : Optional.empty()));
                }
                nemesis.recovery();
            }
            var lasted = since(begun);
            cluster.services().all().forEach(Node::awaitReady);
            return settled(plan, injected, lasted, new Gathering(cluster, parties.all()));
        }
    }

    /// What is seen may be behind by some moments: that is no violation yet.
    private FaultResult settled(FaultPlan plan, List<Injected> injected, Duration lasted, Gathering gathering) {
        var result = result(plan, injected, lasted, gathering.evidence(history.calls()));
        for (var look = 1; look < LOOKS && !result.violations().isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            result = result(plan, injected, lasted, gathering.evidence(history.calls()));
        }
        return result;
    }

    private static FaultResult result(FaultPlan plan, List<Injected> injected, Duration lasted, Evidence evidence) {
        return new FaultResult(plan.seed(), injected, lasted, evidence, Checker.check(evidence));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
