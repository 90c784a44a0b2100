package dev.rollcall.status.devices;

import dev.rollcall.status.state.DeviceState;
import java.util.List;
import java.util.function.Predicate;

/// How many devices are in a state; those that failed, by error.
record DeviceTally(List<Count> counts) {

    /// So many undecided entries are sorted for each page. More would take longer than the page.
    private static final int FEW = 500;

    /// `error` is empty but for the failed.
    record Count(DeviceState state, String error, long devices) {}

    long of(DeviceState state) {
        return sum(count -> count.state() == state);
    }

    long ofError(String error) {
        return sum(count -> count.error().equals(error));
    }

    boolean hasMuchUndecided() {
        return of(DeviceState.AUTOPILOT_REGISTRATION_REQUESTED) > FEW;
    }

    /// Those that a filter lets through by state and error.
    long of(DeviceFilter filter) {
        return sum(count -> filter.allows(count.state()) && filter.allowsError(count.error()));
    }

    private long sum(Predicate<Count> which) {
        return counts.stream().filter(which).mapToLong(Count::devices).sum();
    }
}
