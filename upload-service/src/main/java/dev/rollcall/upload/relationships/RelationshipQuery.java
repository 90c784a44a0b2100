package dev.rollcall.upload.relationships;

import dev.rollcall.events.RelationshipChange;
import dev.rollcall.identity.RelationshipId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which relationships are asked for: of one status or of `any`, and how many from where on.
record RelationshipQuery(String status, int limit, Place after) {
    private static final String ANY = "any";
    private static final Set<String> STATUSES = Set.of("pending", "accepted", "ended");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    sealed interface Reading {

        record Valid(RelationshipQuery query) implements Reading {}

        /// `detail` says what the parameter would have to be.
        record Invalid(String detail) implements Reading {}
    }

    /// The place behind one item of the list. As a cursor it is opaque but no secret: whatever it says, everybody sees
    /// their own relationships only.
    record Place(Instant requestedAt, RelationshipId id) {
        /// No relationship was asked for later; and the database knows no times far beyond.
        private static final Place BEGINNING =
                new Place(Instant.parse("9999-12-31T00:00:00Z"), new RelationshipId(new UUID(0, 0)));

        static Place of(RelationshipChange item) {
            return new Place(RelationshipSteps.of(item).requested().at(), item.relationshipId());
        }

        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((requestedAt + " " + id).getBytes(StandardCharsets.US_ASCII));
        }

        private boolean isPossible() {
            return requestedAt.isAfter(Instant.EPOCH) && requestedAt.isBefore(BEGINNING.requestedAt);
        }

        static Optional<Place> decode(String cursor) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 2);
                var place = new Place(
                        Instant.parse(parts[0]), new RelationshipId(UUID.fromString(parts[parts.length - 1])));
                return Optional.of(place).filter(found -> found.encode().equals(cursor) && found.isPossible());
            } catch (IllegalArgumentException | DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    static Reading read(@Nullable String status, @Nullable String limit, @Nullable String cursor) {
        if (status != null && !STATUSES.contains(status)) {
            return new Reading.Invalid("status must be pending, accepted or ended.");
        }
        var size = limit == null ? Optional.of(DEFAULT_LIMIT) : number(limit);
        if (size.isEmpty()) {
            return new Reading.Invalid("limit must be a number from 1 to " + MAX_LIMIT + ".");
        }
        var after = cursor == null ? Optional.of(Place.BEGINNING) : Place.decode(cursor);
        return after.isEmpty()
                ? new Reading.Invalid("cursor is not one that this list has given out.")
                : new Reading.Valid(new RelationshipQuery(status == null ? ANY : status, size.get(), after.get()));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number >= 1 && number <= MAX_LIMIT)
                : Optional.empty();
    }
}
