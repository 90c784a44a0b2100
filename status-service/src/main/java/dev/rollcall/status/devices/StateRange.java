package dev.rollcall.status.devices;

import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// States as what `state_order` is from and to, both included: one range of an index. The boundary between active and
/// inactive is the only place where the clock comes in.
record StateRange(long from, long to) {
    static final StateRange REQUESTED = new StateRange(0, 0);
    static final StateRange FAILED = new StateRange(1, 1);

    /// What `state_order` counts down from.
    private static final long ORIGIN = 1L << 62;
    private static final long READY = 2;
    private static final long LATEST_SEEN = 3;
    private static final long MICROS_OF_AN_HOUR = 3_600_000_000L;

    /// The fewest ranges that hold what a filter wants of states: no states are all, and errors are failed.
    static List<StateRange> of(DeviceFilter filter, Instant now) {
        var ranges = of(filter.states(), now);
        return filter.errors().isEmpty()
                ? ranges
                : ranges.stream()
                        .filter(range -> range.includes(FAILED))
                        .map(_ -> FAILED)
                        .toList();
    }

    private static List<StateRange> of(Set<DeviceState> states, Instant now) {
        var ranges = new ArrayList<StateRange>();
        for (var state : DeviceState.values()) {
            if (states.isEmpty() || states.contains(state)) {
                var range = of(state, now);
                var adjoins = !ranges.isEmpty() && ranges.getLast().to == range.from - 1;
                ranges.add(adjoins ? new StateRange(ranges.removeLast().from, range.to) : range);
            }
        }
        return ranges;
    }

    /// The `state_order` of a device that was seen as long ago as an active one can be.
    static long lastActive(Instant now) {
        return ORIGIN - oldestActive(now);
    }

    /// The hour since 1970, as the counters have it, in which active devices become inactive.
    static long hourOfChange(Instant now) {
        return oldestActive(now) / MICROS_OF_AN_HOUR;
    }

    /// Those of the devices seen in [#hourOfChange(Instant)] that are still active.
    static StateRange activeInHourOfChange(Instant now) {
        return new StateRange(ORIGIN - (hourOfChange(now) + 1) * MICROS_OF_AN_HOUR + 1, lastActive(now));
    }

    /// And those that are not.
    static StateRange inactiveInHourOfChange(Instant now) {
        return new StateRange(lastActive(now) + 1, ORIGIN - hourOfChange(now) * MICROS_OF_AN_HOUR);
    }

    boolean includes(StateRange other) {
        return from <= other.from && other.to <= to;
    }

    /// What is left of this without one of [#REQUESTED] or [#FAILED]: none, one or two ranges.
    List<StateRange> without(StateRange other) {
        if (!includes(other)) {
            return List.of(this);
        }
        var rest = new ArrayList<StateRange>();
        if (from < other.from) {
            rest.add(new StateRange(from, other.from - 1));
        }
        if (other.to < to) {
            rest.add(new StateRange(other.to + 1, to));
        }
        return rest;
    }

    private static StateRange of(DeviceState state, Instant now) {
        return switch (state) {
            case AUTOPILOT_REGISTRATION_REQUESTED -> REQUESTED;
            case REGISTRATION_FAILED -> FAILED;
            case READY_FOR_USER -> new StateRange(READY, READY);
            case ACTIVE -> new StateRange(LATEST_SEEN, lastActive(now));
            case INACTIVE -> new StateRange(lastActive(now) + 1, Long.MAX_VALUE);
        };
    }

    private static long oldestActive(Instant now) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.minus(DeviceState.ACTIVITY));
    }
}
