package dev.rollcall.status.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// A place in a list that is ordered by time: behind the item of this id, which came about then.
public record PlaceInTime(Instant at, String id) {
    private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /// Empty where the cursor holds no time that a database could compare with.
    public static Optional<PlaceInTime> of(Cursor cursor) {
        try {
            return Optional.of(new PlaceInTime(Instant.parse(cursor.sortKey()), cursor.id()))
                    .filter(place -> place.at.isAfter(Instant.EPOCH) && place.at.isBefore(FAR_FUTURE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether the cursor holds a place in a list whose ids are UUIDs.
    public static boolean isAmongUuids(Cursor cursor) {
        return of(cursor).isPresent() && cursor.id().matches(UUID_FORM);
    }

    public Cursor cursor(long total) {
        return new Cursor(at.toString(), id, total);
    }
}
