package dev.rollcall.identification;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.hash.HardwareHash;
import dev.rollcall.hash.HashReading;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.NormalizedText;
import org.jspecify.annotations.Nullable;

/// What one row says of its device, before any catalog or registry is asked. Upload uses it for the event's key and
/// registration for its decision, so that both always mean the same device.
public sealed interface Identification {

    /// The row names this device, and may register it if the catalog lists it and nobody holds it.
    record Identified(DeviceTuple device) implements Identification {}

    /// The row can register nothing. `device` is the tuple of its columns where that is whole and can be trusted.
    record Unregistrable(
            RegistrationError error,
            String reason,
            @Nullable DeviceTuple device) implements Identification {}

    /// `fault` is what the file reader found wrong with the row's shape; `tupleSuffices` holds for a partner's row.
    static Identification of(DeviceColumns columns, @Nullable String fault, boolean tupleSuffices) {
        var byTuple = tupleSuffices && columns.hardwareHash() == null;
        if (fault != null) {
            var error = byTuple ? RegistrationError.DEVICE_NOT_FOUND : RegistrationError.HARDWARE_HASH_NOT_VALID;
            return new Unregistrable(error, fault, null);
        }
        return byTuple ? byTuple(columns) : byHash(columns);
    }

    private static Identification byTuple(DeviceColumns columns) {
        var device = columns.tuple();
        return device == null
                ? new Unregistrable(RegistrationError.DEVICE_NOT_FOUND, missingPart(columns), null)
                : unlessPlaceholder(device);
    }

    private static Identification byHash(DeviceColumns columns) {
        return switch (HardwareHash.read(columns.hardwareHash())) {
            case HashReading.Invalid(var _, var reason) -> invalidHash(columns, reason);
            case HashReading.Valid(var facts) -> {
                var contradiction = Contradiction.between(columns, facts);
                yield facts.device().hasPlaceholderSerialNumber() || contradiction == null
                        ? unlessPlaceholder(facts.device())
                        : invalidHash(columns, contradiction);
            }
        };
    }

    private static Unregistrable invalidHash(DeviceColumns columns, String reason) {
        var device = columns.tuple();
        var trusted = device == null || device.hasPlaceholderSerialNumber() ? null : device;
        return new Unregistrable(RegistrationError.HARDWARE_HASH_NOT_VALID, reason, trusted);
    }

    private static Identification unlessPlaceholder(DeviceTuple device) {
        return device.hasPlaceholderSerialNumber()
                ? new Unregistrable(
                        RegistrationError.DEVICE_NOT_FOUND,
                        "the serial number \"" + device.serialNumber()
                                + "\" is a placeholder of the firmware and identifies no device",
                        null)
                : new Identified(device);
    }

    private static String missingPart(DeviceColumns columns) {
        if (columns.serialNumber() == null) {
            return "the serial number is missing";
        }
        return columns.manufacturer() == null ? "the manufacturer is missing" : "the model is missing";
    }

    /// Whether `text` may stand for one device in a list: it is there and no placeholder.
    static boolean distinguishes(@Nullable String serialNumber) {
        return serialNumber != null
                && !NormalizedText.of(serialNumber).isEmpty()
                && !new DeviceTuple("any", "any", serialNumber).hasPlaceholderSerialNumber();
    }
}
