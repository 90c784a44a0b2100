package dev.rollcall.registration;

import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;

/// An outcome in two words, for tests that compare a whole sequence.
final class Summary {
    private Summary() {}

    static String of(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered registered -> "registered " + registered.generation();
            case DeviceReleased released -> "released " + released.generation();
            case RegistrationRejected rejected -> "rejected " + rejected.error().wireName();
            case FailureDismissed _ -> "dismissed";
        };
    }
}
