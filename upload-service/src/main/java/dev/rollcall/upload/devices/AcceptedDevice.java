package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;

/// A device of a call for which something is asked now, and the request that asks.
record AcceptedDevice(DeviceId deviceId, RequestId requestId) {}
