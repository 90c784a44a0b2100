package dev.rollcall.standalone.samples;

import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identity.DeviceTuple;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a sample file, and what must become of it. The fields are those of a file; `seen`
/// tells when the device is seen in use, if ever.
record Row(
        String manufacturer,
        String model,
        String serialNumber,
        String hash,
        String groupTag,
        String assignedUser,
        String outcome,
        String state,
        @Nullable String seen) {

    static Row registered(Device device) {
        return of(device, device.hash(), "Registered", "ReadyForUser");
    }

    static Row failed(Device device, String hash, String error) {
        return of(device, hash, error, "RegistrationFailed");
    }

    /// A further request for a device of the same tenant, which changes nothing about it.
    static Row repeated(Device device, String state) {
        return of(device, device.capturedAgain(), "DeviceAlreadyRegistered", state);
    }

    private static Row of(Device device, String hash, String outcome, String state) {
        return new Row(
                device.manufacturer(), device.model(), device.serialNumber(), hash, "", "", outcome, state, null);
    }

    Row tagged(String tag, String user) {
        return new Row(manufacturer, model, serialNumber, hash, tag, user, outcome, state, seen);
    }

    Row seen(String when, String stateThen) {
        return new Row(manufacturer, model, serialNumber, hash, groupTag, assignedUser, outcome, stateThen, when);
    }

    /// A device as the sample files know it.
    record Device(String manufacturer, String model, String serialNumber) {
        private static final Instant FIRST_CAPTURE = Instant.parse("2026-06-01T08:30:00Z");

        String hash() {
            return encoder(FIRST_CAPTURE).encode();
        }

        /// Another text for the same device: the hash holds its capture time.
        String capturedAgain() {
            return encoder(FIRST_CAPTURE.plusSeconds(86_400)).encode();
        }

        /// As a careless editor leaves it: one character in the middle of the content is another
        /// one.
        String damagedHash() {
            var hash = new StringBuilder(hash());
            var position = 200;
            hash.setCharAt(position, hash.charAt(position) == 'A' ? 'B' : 'A');
            return hash.toString();
        }

        private HardwareHashEncoder encoder(Instant capturedAt) {
            return HardwareHashEncoder.of(new DeviceTuple(manufacturer, model, serialNumber))
                    .withCapturedAt(capturedAt);
        }
    }
}
