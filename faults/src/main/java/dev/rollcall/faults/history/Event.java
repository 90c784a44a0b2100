package dev.rollcall.faults.history;

import java.time.Instant;

/// Something that was done to the cluster, or that it was seen to do.
public record Event(Instant at, String what) {}
