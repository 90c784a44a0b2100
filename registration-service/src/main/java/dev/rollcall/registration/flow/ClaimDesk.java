package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.registration.kafka.ReadingProgress;
import dev.rollcall.registration.ownership.OwnershipRegistry;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Claims devices for a set of requests of one lane. One from the bulk lane that finds its device
/// held may have overtaken the device's release, which travels on the other lane: so it has lost
/// only when that lane has been read up to the time the request was accepted. The small lane never
/// waits for the bulk one.
@Component
class ClaimDesk {
    private final OwnershipRegistry registry;
    private final ReadingProgress smallLane;

    ClaimDesk(OwnershipRegistry registry, @Qualifier("registrationSmallLaneProgress") ReadingProgress smallLane) {
        this.registry = registry;
        this.smallLane = smallLane;
    }

    /// `claiming` are those of `requests` whose devices are listed.
    Claims claim(Lane lane, List<RegistrationRequested> requests, List<RegistrationRequested> claiming) {
        return switch (lane) {
            case SMALL -> claim(requests, claiming);
            case BULK -> claimBehindTheSmallLane(requests, claiming);
        };
    }

    private Claims claimBehindTheSmallLane(List<RegistrationRequested> requests, List<RegistrationRequested> claiming) {
        var readBefore = smallLane.known();
        var claims = claim(requests, claiming);
        var early = claiming.stream()
                .filter(request -> request.occurredAt().isAfter(readBefore))
                .filter(claims::isLost)
                .toList();
        if (early.isEmpty()) {
            return claims;
        }
        smallLane.await(newest(early));
        return claims.updatedBy(claim(early, early));
    }

    private Claims claim(List<RegistrationRequested> requests, List<RegistrationRequested> claiming) {
        var won = registry.claim(claiming);
        return new Claims(won, registry.histories(Claims.contested(requests, won)));
    }

    private static Instant newest(List<RegistrationRequested> requests) {
        return requests.stream()
                .map(RegistrationRequested::occurredAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
