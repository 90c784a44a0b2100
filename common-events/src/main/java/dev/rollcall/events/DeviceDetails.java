package dev.rollcall.events;

import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceTuple;
import org.jspecify.annotations.Nullable;

/// What an outcome tells of its device for display, in the original spelling and without the hash.
public record DeviceDetails(
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String productId,
        @Nullable String groupTag,
        @Nullable String assignedUser) {

    /// The identified device's own spelling.
    public static DeviceDetails of(DeviceTuple device, DeviceColumns columns) {
        return new DeviceDetails(
                device.serialNumber(),
                device.manufacturer(),
                device.model(),
                columns.productId(),
                columns.groupTag(),
                columns.assignedUser());
    }

    /// What the row itself says, where no device was identified.
    public static DeviceDetails of(DeviceColumns columns) {
        return new DeviceDetails(
                columns.serialNumber(),
                columns.manufacturer(),
                columns.model(),
                columns.productId(),
                columns.groupTag(),
                columns.assignedUser());
    }
}
