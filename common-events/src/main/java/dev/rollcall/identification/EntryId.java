package dev.rollcall.identification;

import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;

/// Under which id a row is listed: its device's, else one for the tenant's serial number, else one for the row alone.
public final class EntryId {
    private EntryId() {}

    public static DeviceId of(
            Identification identification, DeviceColumns columns, TenantId tenant, RequestId request) {
        return switch (identification) {
            case Identified(var device) -> DeviceId.of(device);
            case Unregistrable(var _, var _, var device) when device != null -> DeviceId.of(device);
            case Unregistrable _ -> ofUnidentified(columns, tenant, request);
        };
    }

    private static DeviceId ofUnidentified(DeviceColumns columns, TenantId tenant, RequestId request) {
        var serialNumber = columns.serialNumber();
        return serialNumber != null && Identification.distinguishes(serialNumber)
                ? DeviceId.ofSerialNumber(tenant, serialNumber)
                : DeviceId.ofRow(request);
    }
}
