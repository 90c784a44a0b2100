package dev.rollcall.upload.catalog;

import dev.rollcall.access.Caller;
import dev.rollcall.events.CatalogAction;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.CatalogRow;
import dev.rollcall.events.RowPosition;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.upload.reading.ReadableUpload;
import dev.rollcall.upload.reading.Row;
import java.time.Instant;

/// Turns the rows of a supplier's files into words on devices.
record CatalogBatch(CatalogBatchId id, Caller.Supplier supplier, CatalogAction action, Instant acceptedAt) {

    CatalogChange change(long number, Row row) {
        var device = ListedDevice.of(row);
        var deviceId = DeviceId.of(device);
        var origin = new CatalogRow(id, new RowPosition(row.file(), number, row.line()));
        return switch (action) {
            case LIST -> new DeviceListed(deviceId, supplier.id(), device, acceptedAt, origin);
            case DELIST -> new DeviceDelisted(deviceId, supplier.id(), device, acceptedAt, origin);
        };
    }

    CatalogBatchAccepted accepted(ReadableUpload upload) {
        return new CatalogBatchAccepted(
                id, supplier.id(), action, upload.rowCount(), upload.files(), supplier.subject(), acceptedAt);
    }
}
