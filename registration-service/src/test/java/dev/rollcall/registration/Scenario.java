package dev.rollcall.registration;

import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identification.EntryId;
import dev.rollcall.identification.Identification;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The people and devices of the tests. Each request is accepted a second after the one before.
public final class Scenario {
    public static final TenantId CONTOSO = new TenantId("contoso");
    public static final TenantId FABRIKAM = new TenantId("fabrikam");
    static final SupplierId OEM = new SupplierId("oem");
    static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

    private static final AtomicLong SECONDS = new AtomicLong();
    private static final AtomicLong SERIAL_NUMBERS = new AtomicLong();

    private Scenario() {}

    public static Instant nextSecond() {
        return START.plusSeconds(SECONDS.incrementAndGet());
    }

    /// A device that no other test knows.
    public static DeviceTuple newDevice() {
        return new DeviceTuple("Contoso", "Laptop 5", "SN-%06d".formatted(SERIAL_NUMBERS.incrementAndGet()));
    }

    static DeviceListed listed(DeviceTuple device) {
        return new DeviceListed(DeviceId.of(device), OEM, device, nextSecond());
    }

    static DeviceDelisted delisted(DeviceTuple device) {
        return new DeviceDelisted(DeviceId.of(device), OEM, device, nextSecond());
    }

    /// An admin's row with a valid hash.
    public static RegistrationRequested registration(TenantId tenant, DeviceTuple device) {
        return registration(tenant, device, nextSecond());
    }

    public static RegistrationRequested registration(TenantId tenant, DeviceTuple device, Instant acceptedAt) {
        var columns = new DeviceColumns(
                device.serialNumber(),
                null,
                null,
                null,
                HardwareHashEncoder.of(device).encode(),
                "kiosks",
                null);
        return registration(submission(tenant, null, acceptedAt), columns, null);
    }

    /// A partner's row, which may name its device without a hash.
    static RegistrationRequested partnersRow(TenantId tenant, DeviceColumns columns) {
        return registration(submission(tenant, new PartnerId("northwind"), nextSecond()), columns, null);
    }

    static RegistrationRequested registration(TenantId tenant, DeviceColumns columns) {
        return registration(submission(tenant, null, nextSecond()), columns, null);
    }

    public static ReleaseRequested release(TenantId tenant, DeviceTuple device) {
        return new ReleaseRequested(
                DeviceId.of(device), new RequestId(UUID.randomUUID()), tenant, "admin@" + tenant, nextSecond());
    }

    private static RegistrationRequested registration(
            Submission submission, DeviceColumns columns, @Nullable String fault) {
        var request = RequestId.of(submission.batchId(), 1);
        var identification = Identification.of(columns, fault, submission.partnerId() != null);
        return new RegistrationRequested(
                EntryId.of(identification, columns, submission.tenantId(), request),
                request,
                submission,
                columns,
                fault);
    }

    private static Submission submission(TenantId tenant, @Nullable PartnerId partner, Instant acceptedAt) {
        return new Submission(
                tenant, partner, new BatchId(UUID.randomUUID()), new RowPosition("devices.csv", 1, 2), acceptedAt);
    }
}
