package dev.rollcall.faults.checker;

import static dev.rollcall.faults.checker.Promise.ONE_OWNER_AT_A_TIME;
import static dev.rollcall.faults.checker.Promise.SUCCESSES_ARE_OWNED;

import dev.rollcall.events.RegistrationOutcome;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.identity.DeviceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds the ownership table against itself and against the outcomes: each tells what the other does.
record Ownership(List<Tenure> tenures, List<RegistrationOutcome> outcomes) {

    private record Began(DeviceId device, long generation, Object tenant, Object request) {}

    private record Ended(DeviceId device, long generation, Object tenant, Object request) {}

    Stream<Violation> violations() {
        var byDevice =
                tenures.stream().collect(Collectors.groupingBy(Tenure::device)).values();
        return Stream.concat(byDevice.stream().flatMap(Ownership::ofDevice), told());
    }

    private static Stream<Violation> ofDevice(Collection<Tenure> of) {
        var ordered = new ArrayList<>(of);
        ordered.sort(Comparator.comparingLong(Tenure::generation));
        return IntStream.range(0, ordered.size())
                .filter(place -> !follows(ordered, place))
                .mapToObj(place -> new Violation(
                        ONE_OWNER_AT_A_TIME,
                        ordered.get(place) + " follows " + (place == 0 ? "nothing" : ordered.get(place - 1))));
    }

    private static boolean follows(List<Tenure> ordered, int place) {
        var tenure = ordered.get(place);
        if (tenure.generation() != place + 1) {
            return false;
        }
        if (place == 0) {
            return true;
        }
        var before = ordered.get(place - 1).release();
        return before != null && !before.releasedAt().isAfter(tenure.registeredAt());
    }

    private Stream<Violation> told() {
        var kept = new HashSet<Record>();
        for (var tenure : tenures) {
            kept.add(new Began(tenure.device(), tenure.generation(), tenure.tenant(), tenure.request()));
            var release = tenure.release();
            if (release != null) {
                kept.add(new Ended(tenure.device(), tenure.generation(), tenure.tenant(), release.request()));
            }
        }
        var told = outcomes.stream().flatMap(Ownership::told).collect(Collectors.toSet());
        return Stream.concat(
                without(told, kept).map(fact -> new Violation(SUCCESSES_ARE_OWNED, "not in the table: " + fact)),
                without(kept, told).map(fact -> new Violation(SUCCESSES_ARE_OWNED, "never told: " + fact)));
    }

    private static Stream<Record> told(RegistrationOutcome outcome) {
        return switch (outcome) {
            case DeviceRegistered it ->
                Stream.of(new Began(it.deviceId(), it.generation(), it.tenantId(), it.requestId()));
            case DeviceReleased it ->
                Stream.of(new Ended(it.deviceId(), it.generation(), it.tenantId(), it.requestId()));
            case RegistrationOutcome.RegistrationRejected _, RegistrationOutcome.FailureDismissed _ -> Stream.empty();
        };
    }

    private static Stream<Record> without(Set<Record> some, Set<Record> others) {
        return some.stream().filter(fact -> !others.contains(fact));
    }
}
