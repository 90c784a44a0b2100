package dev.rollcall.status.audit;

import dev.rollcall.status.paging.InvalidParameter;
import dev.rollcall.status.state.AuditAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Which entries are asked for: of one device, of one relationship, of some actions. No actions is all of them.
record AuditFilter(
        Set<AuditAction> actions,
        @Nullable UUID device,
        @Nullable UUID relationship) {
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /// What the parameters turned out to be.
    sealed interface Reading {

        record Valid(AuditFilter filter) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    static Reading read(MultiValueMap<String, String> parameters) {
        for (var name : List.of("deviceId", "relationshipId")) {
            var id = parameters.getFirst(name);
            if (id != null && !id.matches(UUID_FORM)) {
                return new Reading.Invalid(new InvalidParameter(name, name + " must be a UUID."));
            }
        }
        var actions = EnumSet.noneOf(AuditAction.class);
        for (var name : Objects.requireNonNullElse(parameters.get("action"), List.<String>of())) {
            var action = AuditAction.named(name);
            if (action.isEmpty()) {
                return new Reading.Invalid(new InvalidParameter("action", "There is no such action."));
            }
            actions.add(action.get());
        }
        return new Reading.Valid(
                new AuditFilter(actions, id("deviceId", parameters), id("relationshipId", parameters)));
    }

    /// Whether single rows of batches may be among the answers: they are, where somebody asks after their device.
    boolean takesRows() {
        return device != null
                && relationship == null
                && (actions.isEmpty() || actions.contains(AuditAction.REGISTRATION_REQUESTED));
    }

    private static @Nullable UUID id(String name, MultiValueMap<String, String> parameters) {
        return Optional.ofNullable(parameters.getFirst(name))
                .map(UUID::fromString)
                .orElse(null);
    }
}
