package dev.rollcall.status.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.status.state.DeviceState;
import dev.rollcall.status.state.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A device as the list shows it. `error` is there where the state is `RegistrationFailed`; `ageDays` counts whole days
/// since the present registration.
record DeviceItem(
        UUID deviceId,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String groupTag,
        @Nullable String assignedUser,
        DeviceState state,
        String stateLabel,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure error,
        UUID requestId,
        UUID batchId,
        @Nullable Instant registeredAt,
        @Nullable Instant lastSeenAt,
        @Nullable Long ageDays) {}
