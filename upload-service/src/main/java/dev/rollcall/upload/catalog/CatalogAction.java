package dev.rollcall.upload.catalog;

import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.Optional;

/// What a supplier says of the devices in a file.
enum CatalogAction {
    LIST,
    DELIST;

    static Optional<CatalogAction> of(String parameter) {
        return switch (parameter) {
            case "list" -> Optional.of(LIST);
            case "delist" -> Optional.of(DELIST);
            default -> Optional.empty();
        };
    }

    CatalogChange change(DeviceTuple device, SupplierId supplier, Instant at) {
        var id = DeviceId.of(device);
        return switch (this) {
            case LIST -> new DeviceListed(id, supplier, device, at, null);
            case DELIST -> new DeviceDelisted(id, supplier, device, at, null);
        };
    }
}
