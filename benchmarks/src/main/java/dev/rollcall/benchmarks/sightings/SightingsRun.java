package dev.rollcall.benchmarks.sightings;

import dev.rollcall.benchmarks.usage.Usage;

/// One stretch: how many sightings were reported, from the first report sent until the last was projected, and what
/// that took.
public record SightingsRun(String name, long sightings, double seconds, Usage usage) {
    public double perSecond() {
        return sightings / seconds;
    }
}
