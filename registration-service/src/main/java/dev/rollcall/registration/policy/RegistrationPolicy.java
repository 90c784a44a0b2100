package dev.rollcall.registration.policy;

import static dev.rollcall.events.RegistrationError.DEVICE_ALREADY_REGISTERED;
import static dev.rollcall.events.RegistrationError.DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION;
import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identification.Identification;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.registration.policy.Decision.Registered;
import dev.rollcall.registration.policy.Decision.Rejected;
import dev.rollcall.registration.policy.Ownership.Free;
import dev.rollcall.registration.policy.Ownership.HeldBy;
import dev.rollcall.registration.policy.Ownership.Won;

/// Decides one request from what is known of its device: hash format, then catalog, then ownership.
/// Same input, same answer; it reads no clock and no store. No reason ever tells which other
/// organization holds a device.
public final class RegistrationPolicy {
    private RegistrationPolicy() {}

    public static Decision decide(
            RegistrationRequested request, Identification identification, CatalogMatch match, Ownership ownership) {
        return switch (identification) {
            case Identification.Unregistrable(var error, var reason, var _) -> new Rejected(error, reason);
            case Identification.Identified(var device) ->
                ownership instanceof Won(var generation, var registeredAt)
                        ? new Registered(generation, registeredAt) // even if delisted since its first delivery
                        : refuse(request, device, match, ownership);
        };
    }

    private static Rejected refuse(
            RegistrationRequested request, DeviceTuple device, CatalogMatch match, Ownership ownership) {
        return switch (match) {
            case UNKNOWN -> new Rejected(DEVICE_NOT_FOUND, "no supplier lists " + named(device));
            case DELISTED -> new Rejected(DEVICE_NOT_FOUND, "its supplier has withdrawn " + named(device));
            case LISTED -> lost(request, ownership);
        };
    }

    private static Rejected lost(RegistrationRequested request, Ownership ownership) {
        return switch (ownership) {
            case HeldBy held
            when held.tenant().equals(request.tenantId()) ->
                new Rejected(DEVICE_ALREADY_REGISTERED, registeredBefore(request, held));
            case HeldBy _ ->
                new Rejected(DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION, "another organization holds this device");
            case Won _, Free _ -> throw new IllegalStateException("a listed device that nobody holds goes to who asks");
        };
    }

    /// A partner learns that its customer holds the device, and neither since when nor by which
    /// request.
    private static String registeredBefore(RegistrationRequested request, HeldBy held) {
        if (request.submission().partnerId() != null) {
            return "another request has registered this device to the customer's organization";
        }
        var since = "registered to your organization at " + held.registeredAt() + " by request " + held.request();
        return held.releasedAt() == null
                ? since
                : since + " and, after this request was accepted, released at " + held.releasedAt();
    }

    private static String named(DeviceTuple device) {
        return "manufacturer \"%s\", model \"%s\", serial number \"%s\""
                .formatted(device.manufacturer(), device.model(), device.serialNumber());
    }
}
