package dev.rollcall.registration.policy;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogRow;
import dev.rollcall.identity.CatalogBatchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One device's entry in the catalog, with what undoes its last change: a poll that is delivered
/// again begins with the same word on the device, and is decided from the same state as before.
/// `since` is null where nothing, or a word without a row, has changed the entry.
public record CatalogEntry(
        Listing listing,
        @Nullable Instant changedAt,
        @Nullable Word since,
        Listing before) {
    private static final Listing UNKNOWN = new Listing.Unknown();

    public static final CatalogEntry NONE = new CatalogEntry(UNKNOWN, null, null, UNKNOWN);

    /// Which row said the first word of the poll that last changed the entry.
    public record Word(CatalogBatchId batch, long row) {
        static @Nullable Word of(@Nullable CatalogRow row) {
            return row == null ? null : new Word(row.batchId(), row.position().row());
        }
    }

    /// This entry at the beginning of a poll whose first word on the device is `word`.
    CatalogEntry beginningWith(CatalogChange word) {
        var first = Word.of(word.row());
        var again = first != null && first.equals(since);
        return again
                ? new CatalogEntry(before, changedAt, first, before)
                : new CatalogEntry(listing, changedAt, first, listing);
    }

    CatalogEntry after(CatalogChange word) {
        var next = listing.after(word);
        return next.equals(listing) ? this : new CatalogEntry(next, word.occurredAt(), since, before);
    }

    boolean saysTheSameAs(CatalogEntry other) {
        return listing.equals(other.listing);
    }
}
