package dev.rollcall.registration.policy;

import dev.rollcall.events.RegistrationError;
import java.time.Instant;

/// What becomes of one request for registration.
public sealed interface Decision {

    record Registered(long generation, Instant registeredAt) implements Decision {}

    /// `reason` is for the admin: which check failed, on which value.
    record Rejected(RegistrationError error, String reason) implements Decision {}
}
