package dev.rollcall.events;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.Objects;

/// What a supplier says of one device's existence. The topic is compacted: the last word on a device is kept.
public sealed interface CatalogChange extends Event {
    DeviceId deviceId();

    SupplierId supplierId();

    @Override
    default String key() {
        return deviceId().toString();
    }

    @Override
    default String eventId() {
        return supplierId() + "/" + deviceId() + "/" + occurredAt();
    }

    /// The device exists and may be registered.
    record DeviceListed(DeviceId deviceId, SupplierId supplierId, DeviceTuple device, Instant listedAt)
            implements CatalogChange {
        public DeviceListed {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(supplierId);
            Objects.requireNonNull(device);
            Objects.requireNonNull(listedAt);
        }

        @Override
        public Instant occurredAt() {
            return listedAt;
        }
    }

    /// The device may no longer be registered; whoever holds it keeps it.
    record DeviceDelisted(DeviceId deviceId, SupplierId supplierId, DeviceTuple device, Instant delistedAt)
            implements CatalogChange {
        public DeviceDelisted {
            Objects.requireNonNull(deviceId);
            Objects.requireNonNull(supplierId);
            Objects.requireNonNull(device);
            Objects.requireNonNull(delistedAt);
        }

        @Override
        public Instant occurredAt() {
            return delistedAt;
        }
    }
}
