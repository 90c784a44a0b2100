package dev.rollcall.registration.flow;

import static dev.rollcall.events.RegistrationError.UNEXPECTED_ERROR;

import dev.rollcall.events.DeviceDetails;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identification.Identification;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.identity.DeviceTuple;
import org.jspecify.annotations.Nullable;

/// A request for registration with what its own columns say of the device.
record Inquiry(Row<RegistrationRequested> row, Identification identification) {

    static Inquiry into(Row<RegistrationRequested> row) {
        var request = row.request();
        var identification = StorableText.isStorable(request.columns())
                ? Identification.of(
                        request.columns(), request.fault(), request.submission().partnerId() != null)
                : new Unregistrable(
                        UNEXPECTED_ERROR, "the row holds a NUL character, which no database here can store", null);
        return new Inquiry(row, identification);
    }

    RegistrationRequested request() {
        return row.request();
    }

    boolean isIdentified() {
        return identification instanceof Identified;
    }

    /// Whether a device is named at all, if only by the columns of a row whose hash is broken.
    boolean namesDevice() {
        return named() != null;
    }

    DeviceDetails details() {
        var columns = StorableText.cleaned(request().columns());
        var device = named();
        return device == null ? DeviceDetails.of(columns) : DeviceDetails.of(device, columns);
    }

    private @Nullable DeviceTuple named() {
        return switch (identification) {
            case Identified(var device) -> device;
            case Unregistrable(var _, var _, var device) -> device;
        };
    }
}
