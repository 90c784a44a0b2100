package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.paging.InvalidParameter;
import dev.rollcall.status.state.DeviceState;
import dev.rollcall.status.state.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Which devices of a tenant are asked for. No states or errors is all of them.
record DeviceFilter(
        Set<DeviceState> states,
        Set<RegistrationError> errors,
        @Nullable String groupTag,
        @Nullable String text) {

    /// What the parameters turned out to be.
    sealed interface Reading {

        record Valid(DeviceFilter filter) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    boolean allows(DeviceState state) {
        return states.isEmpty() || states.contains(state);
    }

    /// `error` by the name it has in the database.
    boolean allowsError(String error) {
        return errors.isEmpty()
                || errors.stream().map(RegistrationError::wireName).anyMatch(error::equals);
    }

    static Reading read(MultiValueMap<String, String> parameters) {
        var states = EnumSet.noneOf(DeviceState.class);
        for (var name : all("state", parameters)) {
            var state = DeviceState.named(name);
            if (state.isEmpty()) {
                return new Reading.Invalid(new InvalidParameter("state", "There is no such state."));
            }
            states.add(state.get());
        }
        var errors = EnumSet.noneOf(RegistrationError.class);
        for (var name : all("error", parameters)) {
            var error = Failure.named(name);
            if (error.isEmpty()) {
                return new Reading.Invalid(new InvalidParameter("error", "There is no such error."));
            }
            errors.add(error.get());
        }
        return new Reading.Valid(
                new DeviceFilter(states, errors, parameters.getFirst("groupTag"), presence(parameters.getFirst("q"))));
    }

    private static List<String> all(String parameter, MultiValueMap<String, String> parameters) {
        return Optional.ofNullable(parameters.get(parameter)).orElse(List.of());
    }

    private static @Nullable String presence(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
