package dev.rollcall.faults.abuse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Nobody does anything: what the honest caller meets under attack is compared with this.
public record Quiet(Duration lasting) implements Attack {

    @Override
    public String words() {
        return "no attack";
    }

    @Override
    public Impact on(Target target) {
        LockSupport.parkNanos(lasting.toNanos());
        return new Impact(Map.of(), List.of());
    }
}
