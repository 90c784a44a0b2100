package dev.rollcall.status.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// The places for answers that take long and hold something all the while: few for one party, and few in all, so that
/// the other calls keep theirs.
public final class Places {
    private static final String SOON = "5";

    private final int ofOneParty;
    private final int ofAll;
    private final Map<String, Integer> taken = new HashMap<>();

    public Places(int ofOneParty, int ofAll) {
        this.ofOneParty = ofOneParty;
        this.ofAll = ofAll;
    }

    /// Is given back by closing it.
    public final class Place implements AutoCloseable {
        private final String party;
        private boolean isTaken = true;

        private Place(String party) {
            this.party = party;
        }

        @Override
        public void close() {
            synchronized (Places.this) {
                if (isTaken) {
                    isTaken = false;
                    taken.computeIfPresent(party, (_, places) -> places == 1 ? null : places - 1);
                }
            }
        }
    }

    /// Empty where there is none.
    public synchronized Optional<Place> take(String party) {
        var all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= ofAll || taken.getOrDefault(party, 0) >= ofOneParty) {
            return Optional.empty();
        }
        taken.merge(party, 1, Integer::sum);
        return Optional.of(new Place(party));
    }

    /// A refusal for want of a place, with when to come again.
    public static ResponseEntity<Problem> noneLeft(ResponseEntity<Problem> refusal) {
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(refusal.getBody());
    }
}
