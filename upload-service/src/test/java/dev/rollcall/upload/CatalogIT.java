package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.CatalogAction;
import dev.rollcall.events.CatalogBatchAccepted;
import dev.rollcall.events.CatalogChange;
import dev.rollcall.events.CatalogChange.DeviceDelisted;
import dev.rollcall.events.CatalogChange.DeviceListed;
import dev.rollcall.events.CatalogRow;
import dev.rollcall.events.RowPosition;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identity.CatalogBatchId;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.SupplierId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogIT {
    private static final DeviceTuple BOOK = new DeviceTuple("Contoso", "Book 13", "0001");
    private static final DeviceTuple PAD = new DeviceTuple("Contoso", "Pad", "0002");

    private final UploadServer server = UploadServer.shared();
    private final String supplier = "oem-" + UUID.randomUUID();
    private final String token = Tokens.supplier(supplier, "catalog:write");

    @Test
    void listsDevicesByTheirColumnsOrTheirHash() {
        var answer = post("").file("tuples.csv", "Manufacturer,Model,Serial Number\nContoso,Book 13,0001\n")
                .file(
                        "hashes.csv",
                        "Hardware Hash\n" + HardwareHashEncoder.of(PAD).encode())
                .send();

        assertThat(answer.status()).isEqualTo(202);
        var batch = new CatalogBatchId(UUID.fromString(answer.text("batchId")));
        var changes = server.tap().catalogOf(supplier);
        var listedAt = changes.getFirst().occurredAt();
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new DeviceListed(
                                DeviceId.of(BOOK),
                                new SupplierId(supplier),
                                BOOK,
                                listedAt,
                                row(batch, "tuples.csv", 1)),
                        new DeviceListed(
                                DeviceId.of(PAD),
                                new SupplierId(supplier),
                                PAD,
                                listedAt,
                                row(batch, "hashes.csv", 2)));
    }

    @Test
    void tellsWhereTheBatchCanBeFollowed() {
        var answer = post("").sendCsv("Manufacturer,Model,Serial Number,Colour\nContoso,Book 13,0001,red\n");

        var self = "/v1/device-catalog/batches/" + answer.text("batchId");
        assertThat(answer.header("Location")).isEqualTo(self);
        assertThat(answer.body().path("rowCount").asLong()).isEqualTo(1);
        assertThat(answer.ignoredColumns()).containsExactly("Colour");
        assertThat(answer.body().path("links").path("self").asString()).isEqualTo(self);
        assertThat(answer.body().path("links").path("conflicts").asString()).isEqualTo(self + "/conflicts");
    }

    @Test
    void saysThatTheBatchIsCompleteBeforeItIsAnswered() {
        var answer = post("?action=delist").sendCsv("Manufacturer,Model,Serial Number\nContoso,Book 13,0001\n");

        assertThat(server.tap().catalogBatchesOf(supplier))
                .singleElement()
                .satisfies(batch -> assertThat(batch)
                        .isEqualTo(new CatalogBatchAccepted(
                                new CatalogBatchId(UUID.fromString(answer.text("batchId"))),
                                new SupplierId(supplier),
                                CatalogAction.DELIST,
                                1,
                                List.of("body.csv"),
                                "admin@contoso.com",
                                batch.acceptedAt())));
    }

    @Test
    void takesDevicesOffTheList() {
        var answer = post("?action=delist")
                .sendJson(
                        "{\"devices\":[{\"manufacturer\":\"Contoso\",\"model\":\"Book 13\",\"serialNumber\":\"0001\"}]}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().catalogOf(supplier))
                .singleElement()
                .isInstanceOf(DeviceDelisted.class)
                .extracting(CatalogChange::deviceId)
                .isEqualTo(DeviceId.of(BOOK));
    }

    @Test
    void refusesAFileWithRowsThatNameNoDevice() {
        var answer = post("").sendCsv("""
                Manufacturer,Model,Serial Number,Hardware Hash
                Contoso,Book 13,0001,
                Contoso,,0002,
                Contoso,Book 13,To be filled by O.E.M.,
                Contoso,Book 13,0003,T0Fk
                VMware, Inc.,VMware7,1,0004,
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("line").asLong()))
                .containsExactly(3L, 4L, 5L, 6L);
        assertThat(answer.error(0).path("message").asString()).isEqualTo("the model is missing");
        assertThat(server.tap().catalogOf(supplier)).isEmpty();
        assertThat(server.tap().catalogBatchesOf(supplier)).isEmpty();
    }

    @Test
    void refusesAnUnknownAction() {
        assertThat(post("?action=burn").sendCsv("Serial Number\nS1").problem()).isEqualTo("unknown-action");
    }

    /// A file's second line is its first row.
    private static CatalogRow row(CatalogBatchId batch, String file, long number) {
        return new CatalogRow(batch, new RowPosition(file, number, 2));
    }

    private UploadCall post(String query) {
        return server.post("/v1/device-catalog" + query).as(token);
    }
}
