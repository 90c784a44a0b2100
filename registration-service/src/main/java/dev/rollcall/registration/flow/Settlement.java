package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Settles a poll as sets, round by round. Settling the same rows again gives the same results.
@Component
class Settlement {
    private final RegistrationDesk registrations;
    private final ReleaseDesk releases;

    Settlement(RegistrationDesk registrations, ReleaseDesk releases) {
        this.registrations = registrations;
        this.releases = releases;
    }

    List<Settled> settle(List<? extends Row<? extends DeviceRequest>> rows) {
        var settled = new ArrayList<Settled>(rows.size());
        for (var round : Round.of(rows)) {
            settled.addAll(registrations.settle(round.registrations()));
            settled.addAll(releases.settle(round.releases()));
        }
        return settled;
    }
}
