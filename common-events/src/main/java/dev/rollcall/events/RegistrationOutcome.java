package dev.rollcall.events;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.Objects;

/// A fact about one device, in the order the facts came about. Keyed by [#deviceId()], so that one partition sees its
/// whole life. Each outcome carries all that a reader needs; no other topic must be joined to understand it.
///
/// `generation` counts the ownerships of a device from 1, whoever held it: a release of generation 3 is older than a
/// registration of generation 4, in whatever order they are read.
public sealed interface RegistrationOutcome extends Event {
    DeviceId deviceId();

    RequestId requestId();

    TenantId tenantId();

    @Override
    default String key() {
        return deviceId().toString();
    }

    @Override
    default String eventId() {
        return requestId().toString();
    }

    /// The tenant holds the device from now on.
    record DeviceRegistered(
            DeviceId deviceId,
            RequestId requestId,
            Submission submission,
            DeviceDetails device,
            long generation,
            Instant registeredAt)
            implements RegistrationOutcome {
        public DeviceRegistered {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(submission);
            Objects.requireNonNull(device);
            Objects.requireNonNull(registeredAt);
        }

        @Override
        public TenantId tenantId() {
            return submission.tenantId();
        }

        @Override
        public Instant occurredAt() {
            return registeredAt;
        }
    }

    /// The request failed; what the tenant held before it still holds. `identified` is false where the row names no
    /// device, and [#deviceId()] is then the id of a list entry only.
    record RegistrationRejected(
            DeviceId deviceId,
            RequestId requestId,
            Submission submission,
            DeviceDetails device,
            boolean identified,
            RegistrationError error,
            String reason,
            Instant rejectedAt)
            implements RegistrationOutcome {
        public RegistrationRejected {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(submission);
            Objects.requireNonNull(device);
            Objects.requireNonNull(error);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(rejectedAt);
        }

        @Override
        public TenantId tenantId() {
            return submission.tenantId();
        }

        @Override
        public Instant occurredAt() {
            return rejectedAt;
        }
    }

    /// The tenant gave the device up; anyone may register it now.
    record DeviceReleased(
            DeviceId deviceId,
            RequestId requestId,
            TenantId tenantId,
            long generation,
            String releasedBy,
            Instant requestedAt,
            Instant releasedAt)
            implements RegistrationOutcome {
        public DeviceReleased {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(tenantId);
            Objects.requireNonNull(releasedBy);
            Objects.requireNonNull(requestedAt);
            Objects.requireNonNull(releasedAt);
        }

        @Override
        public Instant occurredAt() {
            return releasedAt;
        }
    }

    /// The tenant asked to be rid of an entry it holds no device for: failures from before `requestedAt` are history.
    record FailureDismissed(
            DeviceId deviceId,
            RequestId requestId,
            TenantId tenantId,
            String dismissedBy,
            Instant requestedAt,
            Instant dismissedAt)
            implements RegistrationOutcome {
        public FailureDismissed {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(tenantId);
            Objects.requireNonNull(dismissedBy);
            Objects.requireNonNull(requestedAt);
            Objects.requireNonNull(dismissedAt);
        }

        @Override
        public Instant occurredAt() {
            return dismissedAt;
        }
    }
}
