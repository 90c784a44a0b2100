package dev.rollcall.benchmarks.startup;

import java.util.Map;

/// One start: seconds from the command until it was ready, and until each milestone.
public record Start(double readySeconds, Map<String, Double> milestones) {}
