package dev.rollcall.faults;

import dev.rollcall.benchmarks.server.WorkDirectory;
import dev.rollcall.faults.abuse.Attack;
import dev.rollcall.faults.abuse.Siege;
import dev.rollcall.faults.abuse.Target;
import dev.rollcall.faults.cluster.Cluster;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Probe;
import java.util.List;

/// Attacks a cluster while somebody honest uses it.
public final class AbuseRun {
    private static final int MOST_ROUND_TRIPS = 120;
    private static final Devices DEVICES = new Devices("HONEST", 1, MOST_ROUND_TRIPS * Probe.DEVICES);

    private final Cluster cluster;
    private final WorkDirectory directory;
    private final History history;

    public AbuseRun(Cluster cluster, WorkDirectory directory, History history) {
        this.cluster = cluster;
        this.directory = directory;
        this.history = history;
    }

    public List<Siege.Result> run(List<Attack> attacks) {
        try (var parties = Parties.of(cluster, history)) {
            parties.supplier().list(DEVICES, directory.file("catalog.csv"));
            return new Siege(Target.of(cluster), history).run(attacks, parties.prober(), DEVICES);
        }
    }
}
