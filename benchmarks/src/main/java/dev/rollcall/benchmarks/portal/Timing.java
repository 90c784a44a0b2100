package dev.rollcall.benchmarks.portal;

import java.util.List;

/// One thing that was done: from the user's event until what came of it was painted, how long the API took
/// to answer what was waited for, and each call of the API that was made, by its path.
record Timing(double millis, double apiMillis, List<String> calls) {}
