package dev.rollcall.status.state;

import java.util.Arrays;
import java.util.Optional;

/// What an audit tells apart.
public enum AuditAction {
    /// Somebody posted a batch for the tenant.
    BATCH_ACCEPTED("BatchAccepted"),
    /// A row of a batch asked for the registration of a device.
    REGISTRATION_REQUESTED("RegistrationRequested"),
    DEVICE_RELEASED("DeviceReleased"),
    FAILURE_DISMISSED("FailureDismissed"),
    /// Somebody confirmed a step of the delivery of a device, for the first time or again.
    DELIVERY_STEP_CONFIRMED("DeliveryStepConfirmed"),
    RELATIONSHIP_REQUESTED("RelationshipRequested"),
    RELATIONSHIP_ACCEPTED("RelationshipAccepted"),
    RELATIONSHIP_ENDED("RelationshipEnded");

    private final String apiName;

    AuditAction(String apiName) {
        this.apiName = apiName;
    }

    public static Optional<AuditAction> named(String apiName) {
        return Arrays.stream(values())
                .filter(action -> action.apiName.equals(apiName))
                .findFirst();
    }

    /// The name in the API and in the database.
    public String apiName() {
        return apiName;
    }
}
