package dev.rollcall.identity;

/// What identifies a device: manufacturer, model and serial number, each in its original spelling and not blank.
public record DeviceTuple(String manufacturer, String model, String serialNumber) {
    public DeviceTuple {
        if (manufacturer.isBlank() || model.isBlank() || serialNumber.isBlank()) {
            throw new IllegalArgumentException("a device needs a manufacturer, a model and a serial number");
        }
    }

    /// Whether firmware ships this serial number on every board, so that it identifies nothing.
    public boolean hasPlaceholderSerialNumber() {
        return PlaceholderSerialNumbers.contains(serialNumber);
    }
}
