package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;

/// A device of a call that is not released, and why.
record RefusedRelease(DeviceId device, Cause cause) {

    enum Cause {
        /// The tenant's list has no such entry.
        ABSENT,
        /// A request for it has no outcome yet.
        PENDING
    }
}
