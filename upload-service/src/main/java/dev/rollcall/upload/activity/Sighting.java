package dev.rollcall.upload.activity;

import dev.rollcall.identity.DeviceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One device in use, as its management system saw it.
record Sighting(DeviceId device, @Nullable String user, Instant seenAt) {}
