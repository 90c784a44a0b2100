package dev.rollcall.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The five ways a request can fail. The wire names are those of the API; texts are the status service's.
public enum RegistrationError {
    @JsonProperty("DeviceNotFound")
    DEVICE_NOT_FOUND("DeviceNotFound"),
    @JsonProperty("HardwareHashNotValid")
    HARDWARE_HASH_NOT_VALID("HardwareHashNotValid"),
    @JsonProperty("DeviceAlreadyRegistered")
    DEVICE_ALREADY_REGISTERED("DeviceAlreadyRegistered"),
    @JsonProperty("DeviceClaimedByAnotherOrganization")
    DEVICE_CLAIMED_BY_ANOTHER_ORGANIZATION("DeviceClaimedByAnotherOrganization"),
    @JsonProperty("UnexpectedError")
    UNEXPECTED_ERROR("UnexpectedError");

    private final String wireName;

    RegistrationError(String wireName) {
        this.wireName = wireName;
    }

    /// The name in events, in the API and in databases.
    public String wireName() {
        return wireName;
    }
}
