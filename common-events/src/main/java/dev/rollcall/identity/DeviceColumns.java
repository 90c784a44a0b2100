package dev.rollcall.identity;

import org.jspecify.annotations.Nullable;

/// The known columns of one uploaded row, as they were written; absent and blank fields are null.
/// The hardware hash is personal data: it travels in the event and stays out of [#toString()].
public record DeviceColumns(
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String productId,

        @Nullable String hardwareHash,

        @Nullable String groupTag,
        @Nullable String assignedUser) {

    public DeviceColumns {
        serialNumber = presence(serialNumber);
        manufacturer = presence(manufacturer);
        model = presence(model);
        productId = presence(productId);
        hardwareHash = presence(hardwareHash);
        groupTag = presence(groupTag);
        assignedUser = presence(assignedUser);
    }

    /// The tuple that the columns spell out, or null where a part of it is missing.
    public @Nullable DeviceTuple tuple() {
        return manufacturer == null || model == null || serialNumber == null
                ? null
                : new DeviceTuple(manufacturer, model, serialNumber);
    }

    @Override
    public String toString() {
        return "DeviceColumns[serialNumber=" + serialNumber + ", manufacturer=" + manufacturer + ", model=" + model
                + ", hardwareHash=" + (hardwareHash == null ? "absent" : "withheld") + "]";
    }

    private static @Nullable String presence(@Nullable String text) {
        return text == null || text.isBlank() ? null : WellFormedText.of(text);
    }
}
