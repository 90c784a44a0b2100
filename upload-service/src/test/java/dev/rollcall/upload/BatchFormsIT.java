package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.BatchAccepted;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.RowPosition;
import dev.rollcall.events.Submission;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchFormsIT {
    private static final DeviceTuple DEVICE = new DeviceTuple("Contoso", "ContosoBook 13", "000123456789");
    private static final String HASH = HardwareHashEncoder.of(DEVICE).encode();

    private final UploadServer server = UploadServer.shared();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:register");

    @AfterEach
    void leavesNothingOnDisk() {
        assertThat(server.spooledFiles()).isEmpty();
    }

    @Test
    void publishesTheRowsOfACsvBodyAndThenTheBatch() {
        var answer = post().key("one")
                .sendCsv("Device Serial Number,Windows Product ID,Hardware Hash\r\n000123456789,," + HASH + "\r\n");

        var batchId = BatchId.of(new TenantId(tenant), tenant, "one");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/batches/" + batchId);
        assertThat(answer.text("batchId")).isEqualTo(batchId.toString());
        assertThat(answer.body().path("rowCount").asLong()).isEqualTo(1);
        assertThat(answer.body().path("links").path("results").asString())
                .isEqualTo("/v1/batches/" + batchId + "/results");
        var batch = server.tap().batchesOf(tenant).getFirst();
        assertThat(batch)
                .isEqualTo(new BatchAccepted(
                        batchId,
                        new TenantId(tenant),
                        null,
                        1,
                        List.of("body.csv"),
                        "admin@contoso.com",
                        batch.acceptedAt(),
                        new RequestId(UUID.fromString(answer.header("X-Request-Id")))));
        assertThat(server.tap().requestsOf(tenant))
                .containsExactly(new RegistrationRequested(
                        DeviceId.of(DEVICE),
                        RequestId.of(batchId, 1),
                        new Submission(
                                new TenantId(tenant),
                                null,
                                batchId,
                                new RowPosition("body.csv", 1, 2),
                                batch.acceptedAt()),
                        new DeviceColumns("000123456789", null, null, null, HASH, null, null),
                        null));
    }

    @Test
    void takesSeveralFilesInOneForm() {
        var utf16 = ("\uFEFFDevice Serial Number,Hardware Hash\r\n000123456789," + HASH + "\r\n")
                .getBytes(StandardCharsets.UTF_16LE);

        var answer = post().file("autopilot.csv", utf16)
                .file("stick/kiosks.csv", "Serial Number;Group Tag;Shelf\nK1;Lobby;7\nK2;;8\n")
                .field("groupTag", "Autumn")
                .send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.ignoredColumns()).containsExactly("Shelf");
        assertThat(server.tap().requestsOf(tenant))
                .extracting(
                        request -> request.submission().position(),
                        request -> request.columns().serialNumber(),
                        request -> request.columns().groupTag())
                .containsExactly(
                        row("autopilot.csv", 1, 2, "000123456789", "Autumn"),
                        row("kiosks.csv", 2, 2, "K1", "Lobby"),
                        row("kiosks.csv", 3, 3, "K2", "Autumn"));
    }

    @Test
    void takesAPartWithoutAFileName() {
        var answer = post().part("name=\"file\"", "Serial Number\nS1".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().requestsOf(tenant))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.submission().position().file()).isEqualTo("file 1"));
    }

    @Test
    void takesAFileWithALongName() {
        var answer =
                post().file("😀".repeat(200) + "s.csv", "Serial Number\nS1").send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().batchesOf(tenant).getFirst().files()).containsExactly("?" + "😀".repeat(97) + "s.csv");
    }

    @Test
    void takesAFileWhoseNameNobodyCanStore() {
        var answer = post().file("a\u0000b.csv", "Serial Number\nS1").send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().batchesOf(tenant).getFirst().files()).containsExactly("a?b.csv");
    }

    @Test
    void takesColumnsWithNamesThatNobodyCanStore() {
        var header = post().key("csv").sendCsv("Serial Number," + "x".repeat(99) + "😀\nS1,2\n");
        var json = post().key("json").sendJson("{\"devices\":[{\"serialNumber\":\"S1\",\"\\u0000\":1}]}");

        assertThat(header.ignoredColumns()).containsExactly("x".repeat(99) + "?…");
        assertThat(json.ignoredColumns()).containsExactly("?");
    }

    @Test
    void takesAThousandFiles() {
        var call = post();
        IntStream.rangeClosed(1, 1050).forEach(i -> call.file(i + ".csv", "Serial Number\nS" + i));

        assertThat(call.send().body().path("rowCount").asLong()).isEqualTo(1050);
    }

    @Test
    void unpacksAZipAndPassesOverWhatIsNobodysUpload() {
        var zip = new Zips()
                .with("site/", "")
                .with("site/a.csv", "Serial Number\nA1\n")
                .with("__MACOSX/site/a.csv", "junk")
                .with(".hidden.csv", "junk")
                .with("readme.md", "junk")
                .with("b.TXT", "Serial Number\nB1\n")
                .pack();

        var answer = post().send("application/zip", BodyPublishers.ofByteArray(zip));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().requestsOf(tenant))
                .extracting(request -> request.submission().position())
                .containsExactly(new RowPosition("body.zip/a.csv", 1, 2), new RowPosition("body.zip/b.TXT", 2, 2));
    }

    @Test
    void unpacksAZipWithinAForm() {
        var zip = new Zips().with("a.csv", "Serial Number\nA1\n").pack();

        var answer = post().file("site.zip", zip)
                .file("b.csv", "Serial Number\nB1\n")
                .send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().batchesOf(tenant).getFirst().files()).containsExactly("site.zip/a.csv", "b.csv");
    }

    @Test
    void takesJson() {
        var answer = post().sendJson("{\"devices\":[{\"serialNumber\":\"0001\",\"hardwareHash\":\"" + HASH
                + "\",\"note\":\"new\"}]}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.ignoredColumns()).containsExactly("note");
        assertThat(server.tap().requestsOf(tenant))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.columns().hardwareHash()).isEqualTo(HASH));
    }

    @Test
    void putsBigBatchesOnTheLaneForBulk() {
        var answer = post().sendCsv(serialNumbers(11));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(server.tap().requestsOf(tenant)).isEmpty();
        assertThat(server.tap().bulkRequestsOf(tenant))
                .extracting(request -> request.columns().serialNumber())
                .containsExactly("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11");
    }

    @Test
    void keepsABigBatchOnTheFewPartitionsOfItsTenant() {
        post().sendCsv(serialNumbers(200));

        assertThat(server.tap().bulkPartitionsOf(tenant)).hasSize(4);
    }

    @Test
    void publishesRowsThatCanOnlyFailEachUnderAnIdOfItsOwn() {
        var answer = post().sendCsv("Serial Number,Model,Hardware Hash\n,,\n,,\nS1,Book, 13,T0Fk\n");

        assertThat(answer.status()).isEqualTo(202);
        var requests = server.tap().requestsOf(tenant);
        assertThat(requests).extracting(RegistrationRequested::deviceId).doesNotHaveDuplicates();
        assertThat(requests)
                .extracting(RegistrationRequested::fault)
                .containsExactly(null, null, "4 fields under a header of 3: probably an unquoted comma");
    }

    @Test
    void keepsAllRequestsForOneDeviceInOnePartition() {
        var file = "Serial Number,Hardware Hash\n" + ("000123456789," + HASH + "\n").repeat(3);

        post().sendCsv(file);
        post().sendCsv(file);

        var records = server.tap().records(server.topics.registrationRequests()).stream()
                .filter(message -> message.key().equals(DeviceId.of(DEVICE).toString()))
                .toList();
        assertThat(records).hasSizeGreaterThanOrEqualTo(6);
        assertThat(records)
                .extracting(message -> message.partition())
                .containsOnly(records.getFirst().partition());
        assertThat(new String(records.getFirst().headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("dev.rollcall.RegistrationRequested");
    }

    @Test
    void publishesNothingInADryRun() {
        var answer = server.post("/v1/batches?dryRun=true").as(token).key("dry").sendCsv("Serial Number,Shelf\nS1,2\n");
        var real = post().key("dry").sendCsv("Serial Number\nS2\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("rowCount", "ignoredColumns");
        assertThat(real.status()).isEqualTo(202);
        assertThat(server.tap().requestsOf(tenant))
                .extracting(request -> request.columns().serialNumber())
                .containsExactly("S2");
    }

    private UploadCall post() {
        return server.post("/v1/batches").as(token);
    }

    private static Tuple row(String file, long row, long line, String serial, String groupTag) {
        return Tuple.tuple(new RowPosition(file, row, line), serial, groupTag);
    }

    private static String serialNumbers(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> "S" + i)
                .collect(Collectors.joining("\n", "Serial Number\n", "\n"));
    }
}
