package dev.rollcall.benchmarks.micro;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identification.Identification;
import dev.rollcall.registration.policy.CatalogMatch;
import dev.rollcall.registration.policy.Decision;
import dev.rollcall.registration.policy.Ownership;
import dev.rollcall.registration.policy.RegistrationPolicy;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The decision on a request: won, and refused with a reason in words.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {
    private static final int NUMBER = 17;
    private final RegistrationRequested request = Samples.request(NUMBER);
    private final Identification identified = new Identification.Identified(Samples.device(NUMBER));
    private final Ownership won = new Ownership.Won(1, Instant.EPOCH);

    @Benchmark
    public Decision register() {
        return RegistrationPolicy.decide(request, identified, CatalogMatch.LISTED, won);
    }

    @Benchmark
    public Decision refuse() {
        return RegistrationPolicy.decide(request, identified, CatalogMatch.UNKNOWN, new Ownership.Free());
    }
}
