package dev.rollcall.upload.release;

import dev.rollcall.upload.release.RefusedRelease.Cause;
import java.util.List;

/// How a call for the release of some devices ended.
sealed interface ReleaseOutcome {

    /// The releases of the accepted ones are on their topic; nothing was published for the others.
    record Decided(List<AcceptedRelease> accepted, List<RefusedRelease> refused) implements ReleaseOutcome {

        /// What speaks for all where nothing was accepted: trying again helps as long as one is merely pending.
        Cause refusal() {
            return refused.stream().anyMatch(release -> release.cause() == Cause.PENDING)
                    ? Cause.PENDING
                    : Cause.ABSENT;
        }
    }

    /// Something that is needed is away; the same call may be made again.
    record Unavailable() implements ReleaseOutcome {}
}
