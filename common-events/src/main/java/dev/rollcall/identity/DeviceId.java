package dev.rollcall.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The name of a device on every service and after every replay: derived from the normalised tuple alone.
/// A row that identifies no device gets an id of its own kind, which no device's tuple can produce.
public record DeviceId(@JsonValue UUID value) {
    private static final NamedUuids DEVICES = new NamedUuids("device");
    private static final NamedUuids SERIAL_NUMBERS = new NamedUuids("unidentified-serial-number");
    private static final NamedUuids ROWS = new NamedUuids("unidentified-row");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {
        Objects.requireNonNull(value);
    }

    public static DeviceId of(DeviceTuple device) {
        return new DeviceId(DEVICES.of(
                NormalizedText.of(device.manufacturer()),
                NormalizedText.of(device.model()),
                NormalizedText.of(device.serialNumber())));
    }

    /// For a row of which only the serial number is known: one entry per tenant and serial number.
    public static DeviceId ofSerialNumber(TenantId tenant, String serialNumber) {
        return new DeviceId(SERIAL_NUMBERS.of(tenant.value(), NormalizedText.of(serialNumber)));
    }

    /// For a row that identifies nothing: an entry of its own.
    public static DeviceId ofRow(RequestId request) {
        return new DeviceId(ROWS.of(request.toString()));
    }

    /// Empty for anything but the usual form of a UUID: the JDK takes shorter and longer ones too.
    public static Optional<DeviceId> parse(String text) {
        try {
            return Optional.of(new DeviceId(UUID.fromString(text)))
                    .filter(device -> device.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
