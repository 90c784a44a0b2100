package dev.rollcall.registration;

import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.CatalogRow;
import dev.rollcall.events.RowPosition;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import java.time.Instant;
import java.util.UUID;

/// A supplier's file, whose rows are numbered as they are made.
public final class SupplierBatch {
    private final SupplierId supplier;
    private final CatalogBatchId id = new CatalogBatchId(UUID.randomUUID());
    private final Instant acceptedAt;
    private long rows;

    public SupplierBatch(String supplier) {
        this(supplier, Scenario.now());
    }

    SupplierBatch(String supplier, Instant acceptedAt) {
        this.supplier = new SupplierId(supplier);
        this.acceptedAt = acceptedAt;
    }

    CatalogBatchId id() {
        return id;
    }

    public DeviceListed listing(DeviceTuple device) {
        return new DeviceListed(DeviceId.of(device), supplier, device, acceptedAt, nextRow());
    }

    public DeviceDelisted withdrawing(DeviceTuple device) {
        return new DeviceDelisted(DeviceId.of(device), supplier, device, acceptedAt, nextRow());
    }

    private CatalogRow nextRow() {
        rows++;
        return new CatalogRow(id, new RowPosition("devices.csv", rows, rows + 1));
    }
}
