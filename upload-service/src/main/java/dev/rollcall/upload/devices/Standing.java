package dev.rollcall.upload.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an entry of the tenant's list stands: how many of its requests have no outcome yet, and when its present
/// registration came about; null where it is not registered.
record Standing(long pendingRequests, @Nullable Instant registeredAt) {}
