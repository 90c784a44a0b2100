package dev.rollcall.faults;

import dev.rollcall.faults.checker.Violation;
import dev.rollcall.faults.nemesis.Injected;
import java.time.Duration;
import java.util.List;

/// What a run came to. `lasted` is the time of the faults alone.
public record FaultResult(
        long seed, List<Injected> faults, Duration lasted, Figures figures, List<Violation> violations) {
    public FaultResult {
        faults = List.copyOf(faults);
        violations = List.copyOf(violations);
    }
}
