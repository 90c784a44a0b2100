package dev.rollcall.faults.nemesis;

import java.time.Duration;

/// One of a schedule: what is done, to which of those that there are (counted from 0), and how long it lasts.
public record Fault(FaultKind kind, int target, Duration lasting) {

    @Override
    public String toString() {
        return kind + "[" + target + "] for " + lasting.toMillis() + " ms";
    }
}
