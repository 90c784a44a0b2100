package dev.rollcall.status.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.status.state.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything known of one request. `kind` is `Registration`, with its place in a batch, or `Release`, with who asked.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        UUID requestId,
        String kind,
        String tenantId,
        @Nullable String partnerId,
        @Nullable String requestedBy,
        @Nullable UUID batchId,
        @Nullable String file,
        @Nullable Long row,
        @Nullable Long line,
        UUID deviceId,
        @Nullable String serialNumber,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String groupTag,
        @Nullable String assignedUser,
        String outcome,
        @Nullable Failure error,
        Instant requestedAt,
        @Nullable Instant decidedAt) {}
