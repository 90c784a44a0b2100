package dev.rollcall.standalone.client;

import org.jspecify.annotations.Nullable;

/// What became of one row of a batch.
public record RowResult(
        @Nullable String file,
        long row,
        long line,
        @Nullable String serialNumber,
        @Nullable String deviceId,
        String requestId,
        String outcome,
        @Nullable RowError error) {
    public static final String REGISTERED = "Registered";

    public record RowError(
            String type,
            String message,
            String detail,
            @Nullable String reason) {}
}
