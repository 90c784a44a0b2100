package dev.rollcall.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Issue 2, "What bad input gets": zips that are none, that are broken, or that would fill the disk.
class ZipRefusalIT {
    private static final int MEGABYTE = 1 << 20;

    private final UploadServer server = UploadServer.shared();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String token = Tokens.tenant(tenant, "devices:register");

    @AfterEach
    void publishesNothingAndLeavesNothingOnDisk() {
        assertThat(server.spooledFiles()).isEmpty();
        assertThat(server.tap().requestsOf(tenant)).isEmpty();
        assertThat(server.tap().batchesOf(tenant)).isEmpty();
    }

    @Test
    void refusesAZipThatUnpacksBeyondTheLimit() {
        var bomb = new Zips().with("a.csv", new byte[MEGABYTE], 300).pack();

        assertThat(bomb.length).isLessThan(MEGABYTE);
        assertRefused(sendZip(bomb), 413, "upload-too-large", "the zip unpacks to more than");
        assertRefused(post().file("a.zip", bomb).send(), 413, "upload-too-large", "the zip unpacks to more than");
    }

    @Test
    void refusesAZipBombThatHidesInAFileNobodyReads() {
        var bomb = new Zips()
                .with("a.csv", "Serial Number\nS1")
                .with("b.bin", new byte[MEGABYTE], 300)
                .pack();

        assertRefused(sendZip(bomb), 413, "upload-too-large", "the zip unpacks to more than");
    }

    @Test
    void refusesAZipOfTooManyEntries() {
        var zip = new Zips();
        for (var i = 0; i < 1101; i++) {
            zip.with(i + ".md", "");
        }

        assertRefused(
                sendZip(zip.pack()), 413, "upload-too-large", "the zip brings the upload to more than 1100 entries");
    }

    @Test
    void refusesZipsThatTogetherHaveTooManyEntries() {
        var zip = new Zips();
        for (var i = 0; i < 600; i++) {
            zip.with(i + ".csv", "");
        }
        var packed = zip.pack();

        var answer = post().file("a.zip", packed).file("b.zip", packed).send();

        assertRefused(answer, 413, "upload-too-large", "the zip brings the upload to more than 1100 entries");
        assertThat(answer.error(0).path("file").asString()).isEqualTo("b.zip");
    }

    @Test
    void refusesAZipThatIsCutOffOrHoldsNoCsv() {
        var zip = new Zips()
                .with("a.csv", "Serial Number\n" + "S1\n".repeat(1000))
                .pack();
        var half = Arrays.copyOf(zip, zip.length / 3);
        var workbook = new Zips().with("[Content_Types].xml", "<Types/>").pack();

        assertRefused(sendZip(half), 422, "unreadable-upload", "the zip can't be unpacked");
        assertRefused(sendZip(workbook), 422, "unreadable-upload", "the zip holds no file whose name ends in .csv");
    }

    private static void assertRefused(Answer answer, int status, String problem, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.error(0).path("message").asString()).startsWith(message);
    }

    private UploadCall post() {
        return server.post("/v1/batches").as(token);
    }

    private Answer sendZip(byte[] content) {
        return post().send("application/zip", BodyPublishers.ofByteArray(content));
    }
}
