package dev.rollcall.events;

import dev.rollcall.identity.DeviceTuple;
import java.util.Objects;

/// A row of a supplier that was refused, and why. `reason` never names the supplier that listed the device.
public record CatalogConflict(RowPosition position, DeviceTuple device, String reason) {
    public CatalogConflict {
        Objects.requireNonNull(position);
        Objects.requireNonNull(device);
        Objects.requireNonNull(reason);
    }
}
