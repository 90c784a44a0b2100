package dev.rollcall.standalone.client;

import org.jspecify.annotations.Nullable;

/// One line of a tenant's device list.
public record DeviceEntry(
        String deviceId,
        @Nullable String serialNumber,
        String state,
        @Nullable String stateLabel,
        String requestId) {

    /// For people.
    public String label() {
        return stateLabel == null ? state : stateLabel;
    }
}
