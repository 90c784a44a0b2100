package dev.rollcall.registration.flow;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.registration.catalog.CatalogLookup;
import dev.rollcall.registration.ownership.OwnershipRegistry;
import dev.rollcall.registration.policy.CatalogMatch;
import dev.rollcall.registration.policy.Ownership;
import dev.rollcall.registration.policy.OwnershipHistory;
import dev.rollcall.registration.policy.RegistrationPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Settles a set of requests for registration with one question to the catalog and one claim; only
/// those that did not win cost a further question, for who did.
@Component
class RegistrationDesk {

    /// What catalog and registry say of all devices of the set.
    private record Findings(
            Map<DeviceId, CatalogMatch> matches,
            Map<RequestId, Ownership.Won> won,
            Map<DeviceId, OwnershipHistory> histories) {

        CatalogMatch match(RegistrationRequested request) {
            return matches.getOrDefault(request.deviceId(), CatalogMatch.UNKNOWN);
        }

        Ownership ownership(RegistrationRequested request) {
            var own = won.get(request.requestId());
            return own != null
                    ? own
                    : histories
                            .getOrDefault(request.deviceId(), OwnershipHistory.NONE)
                            .asSeenBy(request);
        }
    }

    private final CatalogLookup catalog;
    private final OwnershipRegistry registry;
    private final OutcomeWriter outcomes;

    RegistrationDesk(CatalogLookup catalog, OwnershipRegistry registry, OutcomeWriter outcomes) {
        this.catalog = catalog;
        this.registry = registry;
        this.outcomes = outcomes;
    }

    List<Settled> settle(List<Row<RegistrationRequested>> rows) {
        var inquiries = rows.stream().map(Inquiry::into).toList();
        var findings = find(inquiries.stream()
                .filter(Inquiry::isIdentified)
                .map(Inquiry::request)
                .toList());
        return inquiries.stream().map(inquiry -> settle(inquiry, findings)).toList();
    }

    private Findings find(List<RegistrationRequested> requests) {
        var newest = requests.stream().map(RegistrationRequested::occurredAt).max(Instant::compareTo);
        var matches = catalog.matches(devices(requests.stream()), newest.orElse(Instant.MIN));
        var won = registry.claim(requests.stream()
                .filter(request -> matches.get(request.deviceId()) == CatalogMatch.LISTED)
                .toList());
        var histories =
                registry.histories(devices(requests.stream().filter(request -> !won.containsKey(request.requestId()))));
        return new Findings(matches, won, histories);
    }

    private Settled settle(Inquiry inquiry, Findings findings) {
        var request = inquiry.request();
        var decision = RegistrationPolicy.decide(
                request, inquiry.identification(), findings.match(request), findings.ownership(request));
        return outcomes.write(inquiry, decision);
    }

    private static Set<DeviceId> devices(Stream<RegistrationRequested> requests) {
        return requests.map(RegistrationRequested::deviceId).collect(toSet());
    }
}
