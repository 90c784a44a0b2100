package dev.rollcall.standalone.client;

import java.time.Instant;

/// A device, seen in use.
public record Sighting(String deviceId, String user, Instant seenAt) {}
