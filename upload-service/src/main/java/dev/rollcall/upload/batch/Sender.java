package dev.rollcall.upload.batch;

import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.TenantId;

/// For whom a batch is, and who posts it: `acting` is the party and `subject` whoever acts for it.
record Sender(TenantId tenant, String acting, String subject) {
    BatchId batchId(IdempotencyKey key) {
        return BatchId.of(tenant, acting, key.value());
    }
}
