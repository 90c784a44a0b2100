package dev.rollcall.events;

import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something asked for one device. Keyed by [#deviceId()], so that one partition of a lane sees a device's requests in
/// the order they were accepted.
public sealed interface DeviceRequest extends Event {
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

    /// One row of an upload. `fault` says what is wrong with the row's shape, where that spoils it.
    record RegistrationRequested(
            DeviceId deviceId,
            RequestId requestId,
            Submission submission,
            DeviceColumns columns,
            @Nullable String fault)
            implements DeviceRequest {
        public RegistrationRequested {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(submission);
            Objects.requireNonNull(columns);
        }

        @Override
        public TenantId tenantId() {
            return submission.tenantId();
        }

        @Override
        public Instant occurredAt() {
            return submission.acceptedAt();
        }
    }

    /// The tenant gives the device up, or no longer wants to see its failed entry.
    record ReleaseRequested(
            DeviceId deviceId, RequestId requestId, TenantId tenantId, String requestedBy, Instant requestedAt)
            implements DeviceRequest {
        public ReleaseRequested {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(requestId);
            Objects.requireNonNull(tenantId);
            Objects.requireNonNull(requestedBy);
            Objects.requireNonNull(requestedAt);
        }

        @Override
        public Instant occurredAt() {
            return requestedAt;
        }
    }
}
