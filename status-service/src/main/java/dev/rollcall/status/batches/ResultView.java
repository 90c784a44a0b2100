package dev.rollcall.status.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.status.state.Failure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one row of a batch. `outcome` is `Pending`, `Registered` or the name of an error.
record ResultView(
        String file,
        long row,
        long line,
        @Nullable String serialNumber,
        UUID deviceId,
        UUID requestId,
        String outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure error) {}
