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
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The people and devices of the tests. Whatever is made later has a later time.
public final class Scenario {
    public static final TenantId CONTOSO = new TenantId("contoso");
    public static final TenantId FABRIKAM = new TenantId("fabrikam");
    static final SupplierId OEM = new SupplierId("oem");

    private static final AtomicReference<Instant> LATEST = new AtomicReference<>(Instant.EPOCH);
    private static final AtomicLong SERIAL_NUMBERS = new AtomicLong();

    private Scenario() {}

    public static Instant now() {
        return LATEST.updateAndGet(latest -> {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
        });
    }

    /// A device that no other test knows.
    public static DeviceTuple newDevice() {
        return new DeviceTuple("Contoso", "Laptop 5", "SN-%06d".formatted(SERIAL_NUMBERS.incrementAndGet()));
    }

    static DeviceListed listed(DeviceTuple device) {
        return new DeviceListed(DeviceId.of(device), OEM, device, now(), null);
    }

    static DeviceDelisted delisted(DeviceTuple device) {
        return new DeviceDelisted(DeviceId.of(device), OEM, device, now(), null);
    }

    /// An admin's row with a valid hash.
    public static RegistrationRequested registration(TenantId tenant, DeviceTuple device) {
        return registration(tenant, device, now());
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
    public static RegistrationRequested partnersRow(TenantId tenant, DeviceColumns columns) {
        return registration(submission(tenant, new PartnerId("northwind"), now()), columns, null);
    }

    static RegistrationRequested registration(TenantId tenant, DeviceColumns columns) {
        return registration(submission(tenant, null, now()), columns, null);
    }

    public static ReleaseRequested release(TenantId tenant, DeviceTuple device) {
        return new ReleaseRequested(
                DeviceId.of(device), new RequestId(UUID.randomUUID()), tenant, "admin@" + tenant, now());
    }

    public static DeviceColumns columns(DeviceTuple device) {
        return new DeviceColumns(device.serialNumber(), device.manufacturer(), device.model(), null, null, null, null);
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
