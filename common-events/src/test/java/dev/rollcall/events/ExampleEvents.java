package dev.rollcall.events;

import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.events.RegistrationOutcome.DeviceRegistered;
import dev.rollcall.events.RegistrationOutcome.DeviceReleased;
import dev.rollcall.events.RegistrationOutcome.FailureDismissed;
import dev.rollcall.events.RegistrationOutcome.RegistrationRejected;
import dev.rollcall.events.RelationshipChange.RelationshipAccepted;
import dev.rollcall.events.RelationshipChange.RelationshipEnded;
import dev.rollcall.events.RelationshipChange.RelationshipRequested;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.PartnerId;
import dev.rollcall.identity.RelationshipId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.SupplierId;
import dev.rollcall.identity.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
    private static final RowPosition POSITION = new RowPosition("devices.csv", 2, 3);
    private static final Submission SUBMISSION = new Submission(CONTOSO, NORTHWIND, BATCH, POSITION, NINE);
    private static final SupplierId OEM = new SupplierId("oem");
    private static final CatalogBatchId CATALOG_BATCH =
            new CatalogBatchId(UUID.fromString("6f1c1a52-8d0e-4c8b-9a43-3c0f4f6f2b11"));
    private static final RelationshipId RELATIONSHIP =
            new RelationshipId(UUID.fromString("0b0f9a3e-4d57-4d0c-9d5e-7a8f2f4f9c22"));
    private static final RelationshipStep ASKED = step(Side.PARTNER, "piet", 1);
    private static final DeviceColumns COLUMNS = new DeviceColumns(
            "000123456789", "Contoso", "ContosoBook 13", "00330-80000", "T0FkAAEAHAAAAA", "Kiosk", "ada@contoso.test");
    private static final DeviceDetails DETAILS = DeviceDetails.of(BOOK, COLUMNS);

    private ExampleEvents() {}

    private static RelationshipStep step(Side side, String by, int minute) {
        return new RelationshipStep(side, by, NINE.plusSeconds(60L * minute), REQUEST);
    }

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
                new BatchAccepted(BATCH, CONTOSO, NORTHWIND, 2, List.of("devices.csv"), "northwind", NINE, REQUEST),
                new DeviceListed(DEVICE, OEM, BOOK, NINE, new CatalogRow(CATALOG_BATCH, POSITION)),
                new DeviceDelisted(DEVICE, OEM, BOOK, NINE, new CatalogRow(CATALOG_BATCH, POSITION)),
                new CatalogBatchAccepted(
                        CATALOG_BATCH, OEM, CatalogAction.LIST, 4, List.of("devices.csv"), "oem-erp", NINE),
                new CatalogRowsDecided(
                        CATALOG_BATCH,
                        OEM,
                        "3-4711",
                        1,
                        1,
                        1,
                        List.of(new CatalogConflict(POSITION, BOOK, "another supplier has listed this device")),
                        LATER),
                new RelationshipRequested(RELATIONSHIP, NORTHWIND, CONTOSO, ASKED),
                new RelationshipAccepted(RELATIONSHIP, NORTHWIND, CONTOSO, ASKED, step(Side.CUSTOMER, "ada", 2)),
                new RelationshipEnded(
                        RELATIONSHIP,
                        NORTHWIND,
                        CONTOSO,
                        ASKED,
                        step(Side.CUSTOMER, "ada", 2),
                        step(Side.PARTNER, "piet", 3)),
                new DeviceSeen(DEVICE, CONTOSO, "ada@contoso.test", NINE, LATER),
                new DeliveryStepConfirmed(DEVICE, REQUEST, CONTOSO, NINE, DeliveryStep.IMAGE_CHECKED, "ada", LATER));
    }
}
