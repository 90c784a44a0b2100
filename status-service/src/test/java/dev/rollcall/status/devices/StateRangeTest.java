package dev.rollcall.status.devices;

import static dev.rollcall.status.state.DeviceState.ACTIVE;
import static dev.rollcall.status.state.DeviceState.AUTOPILOT_REGISTRATION_REQUESTED;
import static dev.rollcall.status.state.DeviceState.INACTIVE;
import static dev.rollcall.status.state.DeviceState.READY_FOR_USER;
import static dev.rollcall.status.state.DeviceState.REGISTRATION_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.state.DeviceState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateRangeTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:34:56.789012Z");
    private static final long LAST_ACTIVE = StateRange.lastActive(NOW);

    @Test
    void makesOneRangeOfStatesThatAdjoin() {
        assertThat(ranges()).containsExactly(new StateRange(0, Long.MAX_VALUE));
        assertThat(ranges(ACTIVE, READY_FOR_USER)).containsExactly(new StateRange(2, LAST_ACTIVE));
        assertThat(ranges(INACTIVE, ACTIVE)).containsExactly(new StateRange(3, Long.MAX_VALUE));
        assertThat(ranges(REGISTRATION_FAILED, INACTIVE))
                .containsExactly(new StateRange(1, 1), new StateRange(LAST_ACTIVE + 1, Long.MAX_VALUE));
    }

    @Test
    void wantsFailedOnesWhereThereAreErrors() {
        var errors = Set.of(RegistrationError.DEVICE_NOT_FOUND);

        assertThat(StateRange.of(new DeviceFilter(Set.of(), errors, null, null), NOW))
                .containsExactly(StateRange.FAILED);
        assertThat(StateRange.of(new DeviceFilter(Set.of(ACTIVE), errors, null, null), NOW))
                .isEmpty();
    }

    @Test
    void takesOneStateOutOfARange() {
        assertThat(new StateRange(0, 5).without(StateRange.FAILED))
                .containsExactly(new StateRange(0, 0), new StateRange(2, 5));
        assertThat(StateRange.FAILED.without(StateRange.FAILED)).isEmpty();
        assertThat(ranges(READY_FOR_USER).getFirst().without(StateRange.REQUESTED))
                .isEqualTo(ranges(READY_FOR_USER));
        assertThat(ranges(AUTOPILOT_REGISTRATION_REQUESTED)).containsExactly(StateRange.REQUESTED);
    }

    @Test
    void dividesTheHourInWhichDevicesBecomeInactive() {
        var active = StateRange.activeInHourOfChange(NOW);

        assertThat(active.to()).isEqualTo(LAST_ACTIVE);
        assertThat(active.to() - active.from() + 1)
                .isEqualTo(micros("2026-06-08T13:00:00Z") - micros(NOW) + SEVEN_DAYS);
        assertThat(StateRange.hourOfChange(NOW))
                .isEqualTo(Instant.parse("2026-06-08T12:00:00Z").getEpochSecond() / 3600);
    }

    private static final long SEVEN_DAYS = 7L * 24 * 3600 * 1_000_000;

    private static List<StateRange> ranges(DeviceState... states) {
        return StateRange.of(new DeviceFilter(Set.of(states), Set.of(), null, null), NOW);
    }

    private static long micros(String instant) {
        return micros(Instant.parse(instant));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
