package dev.rollcall.benchmarks.pipeline;

/// So many outcomes could be seen, so long after the first byte was sent.
public record Sample(double seconds, long devices) {}
