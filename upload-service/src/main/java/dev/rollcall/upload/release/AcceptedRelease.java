package dev.rollcall.upload.release;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;

/// A device of a call whose release is asked for, and the request that asks.
record AcceptedRelease(DeviceId deviceId, RequestId requestId) {}
