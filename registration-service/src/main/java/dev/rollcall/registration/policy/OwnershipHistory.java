package dev.rollcall.registration.policy;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import java.util.List;
import java.util.Optional;

/// Every tenure of one device, oldest first. A request delivered again finds here what its first
/// delivery did, whatever has happened to the device in between: that makes a second delivery
/// harmless.
public record OwnershipHistory(List<Tenure> tenures) {
    public static final OwnershipHistory NONE = new OwnershipHistory(List.of());

    public OwnershipHistory {
        tenures = List.copyOf(tenures);
    }

    /// The request's own tenure; else the one that stood when the request was accepted; else the
    /// latest, to which the request has lost a race.
    public Ownership asSeenBy(RegistrationRequested request) {
        var own = tenures.stream()
                .filter(tenure -> tenure.request().equals(request.requestId()))
                .findFirst();
        if (own.isPresent()) {
            return new Ownership.Won(own.get().generation(), own.get().registeredAt());
        }
        return tenures.stream()
                .filter(tenure -> !tenure.endedBefore(request.occurredAt()))
                .findFirst()
                .or(() -> tenures.isEmpty() ? Optional.empty() : Optional.of(tenures.getLast()))
                .map(Tenure::asSeenByOthers)
                .orElseGet(Ownership.Free::new);
    }

    /// The tenure that this release ended, now or when it was delivered before.
    public Optional<Tenure> endedBy(ReleaseRequested request) {
        return tenures.stream()
                .filter(tenure -> tenure.endedBy(request.requestId()))
                .findFirst();
    }
}
