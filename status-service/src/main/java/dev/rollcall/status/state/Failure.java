package dev.rollcall.status.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.RequestId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `error` object of every answer: why a request failed, in the caller's language. `serviceCode` is the number
/// that partners' tools know.
public record Failure(
        String type,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer serviceCode,
        String message,
        String detail,
        @Nullable String reason) {

    public static Failure of(RegistrationError error, @Nullable String reason, RequestId request, Labels labels) {
        return new Failure(
                error.wireName(), serviceCode(error), labels.message(error), labels.detail(error, request), reason);
    }

    /// The error that goes by this name in events, in the API and in the database.
    public static Optional<RegistrationError> named(String wireName) {
        return Arrays.stream(RegistrationError.values())
                .filter(error -> error.wireName().equals(wireName))
                .findFirst();
    }

    private static @Nullable Integer serviceCode(RegistrationError error) {
        return switch (error) {
            case DEVICE_NOT_FOUND -> 812;
            case HARDWARE_HASH_NOT_VALID -> 802;
            case DEVICE_ALREADY_REGISTERED -> 806;
            case DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION -> 808;
            case UNEXPECTED_ERROR -> null;
        };
    }
}
