package dev.rollcall.benchmarks.usage;

import java.util.LinkedHashMap;
import java.util.Map;

/// What has been used up to an instant, or between two. CPU seconds by the name of the process, in the order in which
/// they are shown.
public record Usage(Map<String, Double> cpuSeconds, long kafkaBytes, long postgresBytes, long walBytes) {
    private static final double MICROS = 1e6;

    public Usage since(Usage before) {
        var cpu = new LinkedHashMap<String, Double>();
        cpuSeconds.forEach((name, seconds) -> cpu.put(name, seconds - before.cpuSeconds.getOrDefault(name, 0.0)));
        return new Usage(
                cpu, kafkaBytes - before.kafkaBytes, postgresBytes - before.postgresBytes, walBytes - before.walBytes);
    }

    /// By the name of the process, of each of so many `pieces` of work.
    public Map<String, Double> cpuMicrosPer(long pieces) {
        var micros = new LinkedHashMap<String, Double>();
        cpuSeconds.forEach((name, seconds) -> micros.put(name, seconds * MICROS / pieces));
        return micros;
    }

    public double allCpuSeconds() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
