package dev.rollcall.standalone.client;

import org.jspecify.annotations.Nullable;

/// How far a supplier's batch is; the answer to its POST has no status yet.
record CatalogProgress(String batchId, @Nullable String status) {

    boolean completed() {
        return "completed".equals(status);
    }
}
