package dev.rollcall.registration.flow;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.registration.catalog.CatalogLookup;
import dev.rollcall.registration.policy.CatalogMatch;
import dev.rollcall.registration.policy.RegistrationPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Settles a set of requests for registration with one question to the catalog and one claim; only
/// those that did not win cost a further question, for who did.
@Component
class RegistrationDesk {

    /// What catalog and registry say of all devices of the set.
    private record Findings(Map<DeviceId, CatalogMatch> matches, Claims claims) {

        CatalogMatch match(RegistrationRequested request) {
            return matches.getOrDefault(request.deviceId(), CatalogMatch.UNKNOWN);
        }
    }

    private final CatalogLookup catalog;
    private final ClaimDesk claims;
    private final OutcomeWriter outcomes;
    private final RegistrationMetrics metrics;

    RegistrationDesk(CatalogLookup catalog, ClaimDesk claims, OutcomeWriter outcomes, RegistrationMetrics metrics) {
        this.catalog = catalog;
        this.claims = claims;
        this.outcomes = outcomes;
        this.metrics = metrics;
    }

    /// All of one lane.
    List<Settled> settle(List<Row<RegistrationRequested>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var inquiries = rows.stream().map(Inquiry::into).toList();
        var findings = find(
                rows.getFirst().lane(),
                inquiries.stream()
                        .filter(Inquiry::isIdentified)
                        .map(Inquiry::request)
                        .toList());
        return inquiries.stream().map(inquiry -> settle(inquiry, findings)).toList();
    }

    private Findings find(Lane lane, List<RegistrationRequested> requests) {
        var devices = requests.stream().map(RegistrationRequested::deviceId).collect(toSet());
        var newest = requests.stream().map(RegistrationRequested::occurredAt).max(Instant::compareTo);
        var matches = catalog.matches(devices, newest.orElse(Instant.MIN));
        var listed = requests.stream()
                .filter(request -> matches.get(request.deviceId()) == CatalogMatch.LISTED)
                .toList();
        var claimed = claims.claim(lane, requests, listed);
        metrics.countLostRaces(claimed, listed);
        return new Findings(matches, claimed);
    }

    private Settled settle(Inquiry inquiry, Findings findings) {
        var request = inquiry.request();
        var ownership = findings.claims().ownership(request);
        var decision = RegistrationPolicy.decide(request, inquiry.identification(), findings.match(request), ownership);
        return outcomes.write(inquiry, decision);
    }
}
