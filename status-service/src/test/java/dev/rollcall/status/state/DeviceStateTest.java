package dev.rollcall.status.state;

import static dev.rollcall.status.state.DeviceState.ACTIVE;
import static dev.rollcall.status.state.DeviceState.AUTOPILOT_REGISTRATION_REQUESTED;
import static dev.rollcall.status.state.DeviceState.INACTIVE;
import static dev.rollcall.status.state.DeviceState.READY_FOR_USER;
import static dev.rollcall.status.state.DeviceState.REGISTRATION_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceStateTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void followsTheStandingWhileTheDeviceWasNeverSeen() {
        assertThat(DeviceState.at(NOW, Standing.REQUESTED, null)).isEqualTo(AUTOPILOT_REGISTRATION_REQUESTED);
        assertThat(DeviceState.at(NOW, Standing.FAILED, null)).isEqualTo(REGISTRATION_FAILED);
        assertThat(DeviceState.at(NOW, Standing.REGISTERED, null)).isEqualTo(READY_FOR_USER);
    }

    @Test
    void isActiveUpToAWeekAfterTheLastSightingAndInactiveAMomentLater() {
        assertThat(DeviceState.at(NOW, Standing.REGISTERED, NOW)).isEqualTo(ACTIVE);
        assertThat(DeviceState.at(NOW, Standing.REGISTERED, NOW.minus(WEEK))).isEqualTo(ACTIVE);
        assertThat(DeviceState.at(NOW, Standing.REGISTERED, NOW.minus(WEEK).minusNanos(1)))
                .isEqualTo(INACTIVE);
    }

    @Test
    void isActiveWhereTheSightingIsAheadOfTheClock() {
        assertThat(DeviceState.at(NOW, Standing.REGISTERED, NOW.plusSeconds(300)))
                .isEqualTo(ACTIVE);
    }
}
