package dev.rollcall.faults.nemesis;

import java.time.Duration;
import java.util.Optional;

/// A fault that was injected, and how long after its end a round trip through the whole cluster was complete, where
/// somebody waited for that.
public record Injected(Fault fault, Optional<Duration> recovery) {}
