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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        return Stream.of(byDevice.stream().flatMap(Ownership::ofDevice), toldOfTwo(), told())
                .flatMap(Function.identity());
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

    /// The table holds one in each place, whatever the topic has told.
    private Stream<Violation> toldOfTwo() {
        var owners = outcomes.stream()
                .filter(DeviceRegistered.class::isInstance)
                .map(DeviceRegistered.class::cast)
                .collect(Collectors.groupingBy(
                        told -> Map.entry(told.deviceId(), told.generation()),
                        Collectors.mapping(DeviceRegistered::requestId, Collectors.toSet())));
        return owners.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .map(place -> new Violation(
                        ONE_OWNER_AT_A_TIME, place.getKey() + " was told to belong to all of " + place.getValue()));
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
