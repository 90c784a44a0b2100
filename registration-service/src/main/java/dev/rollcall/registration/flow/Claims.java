package dev.rollcall.registration.flow;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.registration.policy.Ownership;
import dev.rollcall.registration.policy.OwnershipHistory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a set of requests stands to the devices they ask for: those that have won them, and of the
/// devices of all others everything there ever was.
record Claims(Map<RequestId, Ownership.Won> won, Map<DeviceId, OwnershipHistory> histories) {

    /// The devices whose history a claim that won `won` leaves open.
    static Set<DeviceId> contested(List<RegistrationRequested> requests, Map<RequestId, Ownership.Won> won) {
        return requests.stream()
                .filter(request -> !won.containsKey(request.requestId()))
                .map(RegistrationRequested::deviceId)
                .collect(toSet());
    }

    Ownership ownership(RegistrationRequested request) {
        var own = won.get(request.requestId());
        return own != null
                ? own
                : histories
                        .getOrDefault(request.deviceId(), OwnershipHistory.NONE)
                        .asSeenBy(request);
    }

    boolean isLost(RegistrationRequested request) {
        return ownership(request) instanceof Ownership.HeldBy;
    }

    /// What is known after some of the requests have claimed once more.
    Claims updatedBy(Claims later) {
        var allWon = new HashMap<>(won);
        allWon.putAll(later.won);
        var allHistories = new HashMap<>(histories);
        allHistories.putAll(later.histories);
        return new Claims(allWon, allHistories);
    }
}
