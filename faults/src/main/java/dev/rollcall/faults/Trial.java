package dev.rollcall.faults;

import dev.rollcall.faults.checker.Checker;
import dev.rollcall.faults.checker.Evidence;
import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.cluster.Node;
import dev.rollcall.faults.evidence.Gathering;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Load;
import dev.rollcall.faults.load.Probe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Something is done to a cluster while it is under load; then the load ends, and everything is held against
/// each other.
record Trial(Stage stage) {
    private static final int CONTESTED = 3_000;
    private static final int MOST_PROBES = 80;
    private static final Devices DEVICES = new Devices("FAULTS", CONTESTED, MOST_PROBES * Probe.DEVICES);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LOOKS = 3;

    /// What is done to it, with a probe that tells whether it works.
    interface Deed {
        void during(Probe probe, Devices devices);

        /// Once every client has ended.
        default void afterwards(Probe probe) {}
    }

    /// `lasted` is the time of the deed.
    record Finding(Duration lasted, Evidence evidence, List<Violation> violations) {
        Finding {
            violations = List.copyOf(violations);
        }
    }

    Finding of(Parties parties, long seed, Deed deed) {
        parties.supplier().list(DEVICES, stage.directory().file("catalog.csv"));
        var begun = System.nanoTime();
        var probe = new Probe(parties.prober(), DEVICES);
        try (var _ = Load.start(parties.tenants(), DEVICES, seed)) {
            deed.during(probe, DEVICES);
        }
        deed.afterwards(probe);
        var lasted = Duration.ofNanos(System.nanoTime() - begun);
        stage.cluster().services().all().forEach(Node::awaitReady);
        return settled(lasted, new Gathering(stage.cluster(), parties.all()));
    }

    /// What is seen may be behind by some moments: that is no violation yet.
    private Finding settled(Duration lasted, Gathering gathering) {
        var finding = finding(lasted, gathering);
        for (var look = 1; look < LOOKS && !finding.violations().isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            finding = finding(lasted, gathering);
        }
        return finding;
    }

    private Finding finding(Duration lasted, Gathering gathering) {
        var evidence = gathering.evidence(stage.history().calls());
        return new Finding(lasted, evidence, Checker.check(evidence));
    }
}
