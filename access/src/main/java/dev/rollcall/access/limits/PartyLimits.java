package dev.rollcall.access.limits;

/// What one party may do in one process. `calls` are those that change something, `reads` those that only ask;
/// `uploads` is how many bodies it may be sending at the same time. The sizes are those of one upload; what a service
/// takes at the most, whoever sends it, stays the ceiling.
public record PartyLimits(Quota calls, Quota reads, int uploads, long maxBytes, long maxRows) {
    public PartyLimits {
        if (uploads < 1 || maxBytes < 1 || maxRows < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
