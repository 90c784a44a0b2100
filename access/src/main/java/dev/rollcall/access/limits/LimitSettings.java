package dev.rollcall.access.limits;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// What the properties say of a kind of party or of a single one; what they leave out stays as it was. A burst that
/// nobody set is one minute's calls.
record LimitSettings(
        @Nullable Long callsPerMinute,
        @Nullable Long callsBurst,
        @Nullable Long readsPerMinute,
        @Nullable Long readsBurst,
        @Nullable Integer concurrentUploads,
        @Nullable DataSize maxBytes,
        @Nullable Long maxRows) {

    static final LimitSettings NONE = new LimitSettings(null, null, null, null, null, null, null);

    PartyLimits over(PartyLimits usual) {
        return new PartyLimits(
                quota(callsPerMinute, callsBurst, usual.calls()),
                quota(readsPerMinute, readsBurst, usual.reads()),
                concurrentUploads == null ? usual.uploads() : concurrentUploads,
                maxBytes == null ? usual.maxBytes() : maxBytes.toBytes(),
                maxRows == null ? usual.maxRows() : maxRows);
    }

    private static Quota quota(@Nullable Long perMinute, @Nullable Long burst, Quota usual) {
        if (perMinute == null) {
            return burst == null ? usual : new Quota(usual.perMinute(), burst);
        }
        return new Quota(perMinute, burst == null ? perMinute : burst);
    }
}
