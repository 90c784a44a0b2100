package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;

/// A device of a call for which nothing is asked, and why.
record RefusedDevice(DeviceId deviceId, Obstacle obstacle) {}
