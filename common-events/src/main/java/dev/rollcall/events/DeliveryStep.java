package dev.rollcall.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// What an admin confirms of a registered device before its user has it, in the order in which that is usually done.
public enum DeliveryStep {
    @JsonProperty("image-checked")
    IMAGE_CHECKED("image-checked"),
    @JsonProperty("licenses-applied")
    LICENSES_APPLIED("licenses-applied"),
    @JsonProperty("delivered")
    DELIVERED("delivered");

    private final String wireName;

    DeliveryStep(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<DeliveryStep> named(String wireName) {
        return Arrays.stream(values())
                .filter(step -> step.wireName.equals(wireName))
                .findFirst();
    }

    /// The name in events, in the API and in databases.
    public String wireName() {
        return wireName;
    }
}
