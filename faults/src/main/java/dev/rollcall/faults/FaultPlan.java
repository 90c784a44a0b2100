package dev.rollcall.faults;

import dev.rollcall.faults.nemesis.FaultKind;
import java.time.Duration;
import java.util.List;

/// How a cluster is to be broken: which kinds of faults, all of them once at least, and for how long at least. Where it
/// is not `recovering`, a fault follows upon the other, whatever is still broken.
public record FaultPlan(long seed, List<FaultKind> kinds, Duration lasting, boolean recovering) {
    public FaultPlan {
        kinds = List.copyOf(kinds);
    }
}
