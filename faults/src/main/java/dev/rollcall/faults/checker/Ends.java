package dev.rollcall.faults.checker;

import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.identity.RequestId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The records of outcomes, by the request that each answers.
record Ends(Map<RequestId, List<RegistrationOutcome>> byRequest) {
    static final String REGISTERED = "Registered";

    static Ends in(List<RegistrationOutcome> outcomes) {
        return new Ends(outcomes.stream().collect(Collectors.groupingBy(RegistrationOutcome::requestId)));
    }

    List<RegistrationOutcome> of(RequestId request) {
        return byRequest.getOrDefault(request, List.of());
    }

    /// The different ones among them: a request that was published twice is answered twice, the same.
    List<String> differing(RequestId request) {
        return of(request).stream().map(Ends::fact).distinct().toList();
    }

    /// As the API names it.
    static String name(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered _ -> REGISTERED;
            case RegistrationRejected rejected -> rejected.error().wireName();
            case DeviceReleased _ -> "Released";
            case FailureDismissed _ -> "Dismissed";
        };
    }

    private static String fact(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered registered -> REGISTERED + " in generation " + registered.generation();
            case DeviceReleased released -> "Released generation " + released.generation();
            case RegistrationRejected _, FailureDismissed _ -> name(outcome);
        };
    }
}
