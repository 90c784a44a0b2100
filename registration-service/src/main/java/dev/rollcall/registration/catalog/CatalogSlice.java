package dev.rollcall.registration.catalog;

import dev.rollcall.events.CatalogConflict;
import dev.rollcall.events.CatalogRow;
import dev.rollcall.events.CatalogRowsDecided;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the rows of one batch in one poll come to. It is named after where the first of them stands
/// in the topic: a record is in one committed poll only, so no two slices have one name. Its
/// conflicts are told in several events where they are many.
final class CatalogSlice {
    private static final int CONFLICTS_PER_EVENT = 500;
    private static final int BYTES_PER_EVENT = 256 * 1024;
    private static final String CONFLICT = "another supplier has listed this device";
    private static final String NOT_STORED = "this row could not be processed";

    private final CatalogRow firstRow;
    private final SupplierId supplier;
    private final String name;
    private final List<List<CatalogConflict>> conflicts = new ArrayList<>();
    private int bytesOfLast;
    private long listed;
    private long delisted;
    private long unchanged;

    /// Of the batch that `firstRow` is of.
    CatalogSlice(CatalogRow firstRow, Word first) {
        this.firstRow = firstRow;
        this.supplier = first.change().supplierId();
        this.name = first.origin().partition() + "-" + first.origin().offset();
    }

    void add(CatalogRow row, Decided decided) {
        if (!decided.stored()) {
            refuse(row, decided.word(), NOT_STORED);
            return;
        }
        switch (decided.verdict()) {
            case LISTED -> listed++;
            case DELISTED -> delisted++;
            case UNCHANGED -> unchanged++;
            case CONFLICTING -> refuse(row, decided.word(), CONFLICT);
        }
    }

    List<CatalogRowsDecided> events(Instant decidedAt) {
        var events = new ArrayList<CatalogRowsDecided>();
        events.add(new CatalogRowsDecided(
                firstRow.batchId(), supplier, name, listed, delisted, unchanged, part(0), decidedAt));
        for (var part = 1; part < conflicts.size(); part++) {
            events.add(new CatalogRowsDecided(
                    firstRow.batchId(), supplier, name + "." + part, 0, 0, 0, part(part), decidedAt));
        }
        return events;
    }

    private List<CatalogConflict> part(int number) {
        return number < conflicts.size() ? conflicts.get(number) : List.of();
    }

    /// A conflict is hardly longer than the word that it refuses.
    private void refuse(CatalogRow row, Word word, String reason) {
        var bytes = word.origin().serializedValueSize();
        if (isFullFor(bytes)) {
            conflicts.add(new ArrayList<>());
            bytesOfLast = 0;
        }
        bytesOfLast += bytes;
        conflicts
                .getLast()
                .add(new CatalogConflict(row.position(), word.change().device(), reason));
    }

    private boolean isFullFor(int bytes) {
        return conflicts.isEmpty()
                || conflicts.getLast().size() == CONFLICTS_PER_EVENT
                || bytesOfLast + bytes > BYTES_PER_EVENT;
    }
}
