package dev.rollcall.status.devices;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.web.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The places for exports, each of which holds a connection until its caller has read the last row: one for a tenant,
/// and few in all, so that the calls keep theirs.
final class ExportPlaces {
    private static final int PLACES = 4;
    private static final String SOON = "5";

    private final Set<TenantId> taken = new HashSet<>();

    /// Is given back by closing it.
    final class Place implements AutoCloseable {
        private final TenantId tenant;

        private Place(TenantId tenant) {
            this.tenant = tenant;
        }

        @Override
        public void close() {
            leave(tenant);
        }
    }

    /// Empty where there is none.
    synchronized Optional<Place> take(TenantId tenant) {
        return taken.size() < PLACES && taken.add(tenant) ? Optional.of(new Place(tenant)) : Optional.empty();
    }

    static ResponseEntity<Problem> noneLeft() {
        var problem = Problem.answer(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-exports",
                "The limit is one export of an organization at a time, and " + PLACES + " of all.");
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(problem.getBody());
    }

    private synchronized void leave(TenantId tenant) {
        taken.remove(tenant);
    }
}
