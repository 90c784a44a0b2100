package dev.rollcall.faults.checker;

import dev.rollcall.events.DeviceSeen;
import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.Submission;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one tenant's list says of one device, by the facts alone: written for this check from the documents, and not
/// from the code of the service that is checked. All requests must have their outcomes.
final class Fold {
    private static final Comparator<RegistrationOutcome> BY_ACCEPTANCE = Comparator.comparing(Fold::acceptedAt)
            .thenComparingLong(outcome -> submission(outcome).position().row())
            .thenComparing(outcome -> outcome.requestId().value());

    private @Nullable DeviceRegistered registration;
    private long releasedGeneration;
    private Instant pastBefore = Instant.MIN;
    private @Nullable RegistrationOutcome latest;
    private Instant seenAt = Instant.MIN;

    private Fold() {}

    /// By tenant, the state of each device that is listed.
    static Map<String, Map<String, String>> of(Evidence.Topics topics) {
        var folds = new HashMap<String, Map<String, Fold>>();
        for (var outcome : topics.outcomes()) {
            find(folds, outcome.tenantId().value(), outcome.deviceId().toString())
                    .take(outcome);
        }
        for (var sighting : topics.sightings()) {
            find(folds, sighting.tenantId().value(), sighting.deviceId().toString())
                    .take(sighting);
        }
        var lists = new HashMap<String, Map<String, String>>();
        folds.forEach((tenant, devices) -> devices.forEach((device, fold) -> fold.state()
                .ifPresent(state ->
                        lists.computeIfAbsent(tenant, _ -> new HashMap<>()).put(device, state))));
        return lists;
    }

    private static Fold find(Map<String, Map<String, Fold>> folds, String tenant, String device) {
        return folds.computeIfAbsent(tenant, _ -> new HashMap<>()).computeIfAbsent(device, _ -> new Fold());
    }

    private void take(RegistrationOutcome outcome) {
        switch (outcome) {
            case DeviceRegistered it -> {
                registration = registration == null || it.generation() > registration.generation() ? it : registration;
                askedBy(it);
            }
            case RegistrationRejected it -> askedBy(it);
            case DeviceReleased it -> {
                releasedGeneration = Math.max(releasedGeneration, it.generation());
                pastUpTo(it.requestedAt());
            }
            case FailureDismissed it -> pastUpTo(it.requestedAt());
        }
    }

    private void take(DeviceSeen sighting) {
        seenAt = sighting.seenAt().isAfter(seenAt) ? sighting.seenAt() : seenAt;
    }

    private void askedBy(RegistrationOutcome outcome) {
        latest = latest == null || BY_ACCEPTANCE.compare(outcome, latest) > 0 ? outcome : latest;
    }

    private void pastUpTo(Instant time) {
        pastBefore = time.isAfter(pastBefore) ? time : pastBefore;
    }

    private Optional<String> state() {
        if (registration != null && registration.generation() > releasedGeneration) {
            return Optional.of(seenAt.isBefore(registration.registeredAt()) ? "ReadyForUser" : "Active");
        }
        return latest instanceof RegistrationRejected && !acceptedAt(latest).isBefore(pastBefore)
                ? Optional.of("RegistrationFailed")
                : Optional.empty();
    }

    private static Instant acceptedAt(RegistrationOutcome outcome) {
        return submission(outcome).acceptedAt();
    }

    private static Submission submission(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered it -> it.submission();
            case RegistrationRejected it -> it.submission();
            case DeviceReleased _, FailureDismissed _ -> throw new IllegalArgumentException("nobody submitted it");
        };
    }
}
