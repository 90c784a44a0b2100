package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.registration.ownership.OwnershipRegistry;
import dev.rollcall.registration.policy.OwnershipHistory;
import java.util.List;
import org.springframework.stereotype.Component;

/// Settles a set of releases: a device that its tenant holds is given up, and of any other the
/// failed entry is dismissed.
@Component
class ReleaseDesk {
    private final OwnershipRegistry registry;
    private final OutcomeWriter outcomes;

    ReleaseDesk(OwnershipRegistry registry, OutcomeWriter outcomes) {
        this.registry = registry;
        this.outcomes = outcomes;
    }

    List<Settled> settle(List<Row<ReleaseRequested>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var requests = rows.stream().map(Row::request).toList();
        registry.release(requests);
        var histories = registry.histories(
                requests.stream().map(ReleaseRequested::deviceId).distinct().toList());
        return rows.stream()
                .map(row -> outcomes.write(
                        row,
                        histories
                                .getOrDefault(row.request().deviceId(), OwnershipHistory.NONE)
                                .endedBy(row.request())))
                .toList();
    }
}
