package dev.rollcall.status.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who (`by` is the subject of their token) did what, when and to what. `partner` is there where a partner had a part
/// in it; `side` tells which side of a relationship `by` speaks for, `step` what was confirmed of a delivery. `by` is
/// absent from a row whose batch is not accepted yet, `requestId` from a batch that was posted before calls were told.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditItem(
        Instant at,
        @Nullable UUID requestId,
        String action,
        @Nullable String by,
        @Nullable String side,
        @Nullable String partner,
        @Nullable UUID batchId,
        @Nullable Long rowCount,
        @Nullable UUID deviceId,
        @Nullable UUID relationshipId,
        @Nullable String step) {}
