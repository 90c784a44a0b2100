package dev.rollcall.benchmarks.micro;

import dev.rollcall.hash.HardwareHash;
import dev.rollcall.hash.HashReading;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The check of a hardware hash, and the id of the device that it names.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HashBenchmark {
    private static final int NUMBER = 17;
    private final String hash = Samples.hash(NUMBER);
    private final DeviceTuple device = Samples.device(NUMBER);

    @Benchmark
    public HashReading check() {
        return HardwareHash.read(hash);
    }

    @Benchmark
    public DeviceId deviceId() {
        return DeviceId.of(device);
    }
}
