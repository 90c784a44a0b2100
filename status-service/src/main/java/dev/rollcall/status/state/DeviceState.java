package dev.rollcall.status.state;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The five states of a device, in the order of its life. Active and inactive are true at an instant and stored
/// nowhere.
public enum DeviceState {
    AUTOPILOT_REGISTRATION_REQUESTED("AutopilotRegistrationRequested"),
    REGISTRATION_FAILED("RegistrationFailed"),
    READY_FOR_USER("ReadyForUser"),
    ACTIVE("Active"),
    INACTIVE("Inactive");

    /// A device seen this long ago (168 hours) or less is active.
    public static final Duration ACTIVITY = Duration.ofDays(7);

    private final String apiName;

    DeviceState(String apiName) {
        this.apiName = apiName;
    }

    /// `lastSeenAt` is the last sighting that counts for the present registration; null for none.
    public static DeviceState at(Instant now, Standing standing, @Nullable Instant lastSeenAt) {
        return switch (standing) {
            case REQUESTED -> AUTOPILOT_REGISTRATION_REQUESTED;
            case FAILED -> REGISTRATION_FAILED;
            case REGISTERED -> lastSeenAt == null ? READY_FOR_USER : seen(now, lastSeenAt);
        };
    }

    public static Optional<DeviceState> named(String apiName) {
        return Arrays.stream(values())
                .filter(state -> state.apiName.equals(apiName))
                .findFirst();
    }

    @JsonValue
    public String apiName() {
        return apiName;
    }

    private static DeviceState seen(Instant now, Instant lastSeenAt) {
        return lastSeenAt.isBefore(now.minus(ACTIVITY)) ? INACTIVE : ACTIVE;
    }
}
