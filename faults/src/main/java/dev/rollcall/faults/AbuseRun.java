package dev.rollcall.faults;

import dev.rollcall.faults.abuse.Attack;
import dev.rollcall.faults.abuse.Siege;
import dev.rollcall.faults.abuse.Target;
import dev.rollcall.faults.load.Devices;
import dev.rollcall.faults.load.Probe;
import java.util.List;

/// Attacks a cluster while somebody honest uses it.
public record AbuseRun(Stage stage) {
    private static final int MOST_ROUND_TRIPS = 120;
    private static final Devices DEVICES = new Devices("HONEST", 1, MOST_ROUND_TRIPS * Probe.DEVICES);

    public Siege.Outcome run(List<Attack> attacks) {
        try (var parties = Parties.of(stage)) {
            parties.supplier().list(DEVICES, stage.directory().file("catalog.csv"));
            return new Siege(Target.of(stage.cluster()), stage.history()).run(attacks, parties.prober(), DEVICES);
        }
    }
}
