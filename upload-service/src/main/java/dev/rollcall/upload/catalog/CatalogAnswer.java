package dev.rollcall.upload.catalog;

import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.upload.catalog.CatalogOutcome.Accepted;
import java.util.List;

/// The body of an answer to a supplier's batch.
record CatalogAnswer(CatalogBatchId batchId, long rowCount, List<String> ignoredColumns, Links links) {

    record Links(String self, String conflicts) {}

    static CatalogAnswer of(Accepted accepted) {
        var self = location(accepted.batchId());
        return new CatalogAnswer(
                accepted.batchId(),
                accepted.rowCount(),
                accepted.ignoredColumns(),
                new Links(self, self + "/conflicts"));
    }

    static String location(CatalogBatchId batch) {
        return "/v1/device-catalog/batches/" + batch;
    }
}
