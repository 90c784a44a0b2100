package dev.rollcall.events;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a supplier says of one device's existence. A word is no fact yet: another supplier may have
/// listed the device before. The topic keeps every word, because their order decides. `row` is where
/// the word was said; words of the first release lack it.
public sealed interface CatalogChange extends Event {
    DeviceId deviceId();

    SupplierId supplierId();

    DeviceTuple device();

    @Nullable
    CatalogRow row();

    @Override
    default String key() {
        return deviceId().toString();
    }

    @Override
    default String eventId() {
        var row = row();
        return row == null
                ? supplierId() + "/" + deviceId() + "/" + occurredAt()
                : row.batchId() + "/" + row.position().row();
    }

    /// The device exists and may be registered.
    record DeviceListed(
            DeviceId deviceId,
            SupplierId supplierId,
            DeviceTuple device,
            Instant listedAt,
            @Nullable CatalogRow row) implements CatalogChange {
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
    record DeviceDelisted(
            DeviceId deviceId,
            SupplierId supplierId,
            DeviceTuple device,
            Instant delistedAt,
            @Nullable CatalogRow row) implements CatalogChange {
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
