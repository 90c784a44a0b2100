package dev.rollcall.events;

import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.List;

/// One event of each type, every optional component present.
final class ExampleEvents {
    private static final TenantId CONTOSO = new TenantId("contoso");
    private static final PartnerId NORTHWIND = new PartnerId("northwind");
    private static final DeviceTuple BOOK = new DeviceTuple("Contoso", "ContosoBook 13", "000123456789");
    private static final DeviceId DEVICE = DeviceId.of(BOOK);
    private static final BatchId BATCH = BatchId.of(CONTOSO, "northwind", "delivery-17");
    private static final RequestId REQUEST = RequestId.of(BATCH, 2);
    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-01T09:00:01.234567Z");
    private static final Submission SUBMISSION =
            new Submission(CONTOSO, NORTHWIND, BATCH, new RowPosition("devices.csv", 2, 3), NINE);
    private static final DeviceColumns COLUMNS = new DeviceColumns(
            "000123456789", "Contoso", "ContosoBook 13", "00330-80000", "T0FkAAEAHAAAAA", "Kiosk", "ada@contoso.test");
    private static final DeviceDetails DETAILS = DeviceDetails.of(BOOK, COLUMNS);

    private ExampleEvents() {}

    static List<Event> all() {
        return List.of(
                new RegistrationRequested(DEVICE, REQUEST, SUBMISSION, COLUMNS, "a fault of the row's shape"),
                new ReleaseRequested(DEVICE, REQUEST, CONTOSO, "ada", NINE),
                new DeviceRegistered(DEVICE, REQUEST, SUBMISSION, DETAILS, 3, LATER),
                new RegistrationRejected(
                        DEVICE,
                        REQUEST,
                        SUBMISSION,
                        DETAILS,
                        true,
                        RegistrationError.DEVICE_NOT_FOUND,
                        "no supplier lists this device",
                        LATER),
                new DeviceReleased(DEVICE, REQUEST, CONTOSO, 3, "ada", NINE, LATER),
                new FailureDismissed(DEVICE, REQUEST, CONTOSO, "ada", NINE, LATER),
                new BatchAccepted(BATCH, CONTOSO, NORTHWIND, 2, List.of("devices.csv"), "northwind", NINE),
                new DeviceListed(DEVICE, new SupplierId("oem"), BOOK, NINE),
                new DeviceDelisted(DEVICE, new SupplierId("oem"), BOOK, NINE),
                new DeviceSeen(DEVICE, CONTOSO, "ada@contoso.test", NINE, LATER));
    }
}
