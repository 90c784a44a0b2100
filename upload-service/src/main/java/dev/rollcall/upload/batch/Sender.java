package dev.rollcall.upload.batch;

import dev.rollcall.access.Caller;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import org.jspecify.annotations.Nullable;

/// For whom a batch is, and who posts it: the tenant itself or a `partner`, by the `subject` that acts for it, in the
/// call with the id `call`.
record Sender(TenantId tenant, @Nullable PartnerId partner, String subject, RequestId call) {

    static Sender of(Caller.Tenant tenant, RequestId call) {
        return new Sender(tenant.id(), null, tenant.subject(), call);
    }

    static Sender of(Caller.Partner partner, TenantId customer, RequestId call) {
        return new Sender(customer, partner.id(), partner.subject(), call);
    }

    /// No tenant is called like this where a partner posts: names have no slash.
    String acting() {
        return partner == null ? tenant.value() : "partner/" + partner;
    }

    BatchId batchId(IdempotencyKey key) {
        return BatchId.of(tenant, acting(), key.value());
    }
}
