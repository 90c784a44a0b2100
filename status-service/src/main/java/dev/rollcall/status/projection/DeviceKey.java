package dev.rollcall.status.projection;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.TenantId;

/// An entry of one tenant's list.
record DeviceKey(TenantId tenantId, DeviceId deviceId) {}
