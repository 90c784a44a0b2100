package dev.rollcall.faults;

import dev.rollcall.faults.load.Ghost;
import dev.rollcall.faults.nemesis.Fault;
import dev.rollcall.faults.nemesis.Injected;
import dev.rollcall.faults.nemesis.Nemesis;
import dev.rollcall.faults.nemesis.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Breaks a cluster under load, and checks what is left of it.
public record FaultRun(Stage stage) {
    private static final Duration WARM = Duration.ofSeconds(2);

    public FaultResult run(FaultPlan plan) {
        var injected = new ArrayList<Injected>();
        try (var parties = Parties.of(stage)) {
            var finding = new Trial(stage).of(parties, plan.seed(), (probe, devices) -> {
                var ghost = new Ghost(parties.vanisher(), devices, stage.history());
                injected.addAll(harm(plan, new Nemesis(stage.cluster(), probe, ghost, stage.history())));
            });
            return new FaultResult(
                    plan.seed(), injected, finding.lasted(), Figures.of(finding.evidence()), finding.violations());
        }
    }

    private static List<Injected> harm(FaultPlan plan, Nemesis nemesis) {
        LockSupport.parkNanos(WARM.toNanos());
        var injected = new ArrayList<Injected>();
        var faults = Schedule.of(plan.seed(), plan.kinds()).iterator();
        var begun = System.nanoTime();
        while (injected.size() < plan.kinds().size()
                || System.nanoTime() - begun < plan.lasting().toNanos()) {
            injected.add(inject(faults.next(), nemesis, plan));
        }
        nemesis.recovery();
        return injected;
    }

    private static Injected inject(Fault fault, Nemesis nemesis, FaultPlan plan) {
        nemesis.inject(fault);
        return new Injected(fault, plan.recovering() ? Optional.of(nemesis.recovery()) : Optional.empty());
    }
}
