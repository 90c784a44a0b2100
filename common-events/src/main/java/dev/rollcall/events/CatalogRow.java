package dev.rollcall.events;

import dev.rollcall.identity.CatalogBatchId;
import java.util.Objects;

/// Which row of which batch of a supplier a word on a device comes from.
public record CatalogRow(CatalogBatchId batchId, RowPosition position) {
    public CatalogRow {
        Objects.requireNonNull(batchId);
        Objects.requireNonNull(position);
    }
}
