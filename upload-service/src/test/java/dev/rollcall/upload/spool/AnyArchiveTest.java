package dev.rollcall.upload.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnyArchiveTest {
    private static final byte[] ZIP = zip();
    private static final Allowance ALLOWANCE = new Allowance(64 << 10, 10, new Limits(10, 1_000));

    @Property(tries = 2000)
    void aDamagedArchiveIsUnpackedOrRefusedAndNeverCrashes(
            @ForAll @IntRange(max = 400) int place, @ForAll byte damage, @ForAll @IntRange(max = 400) int cut)
            throws IOException {
        var bytes = ZIP.clone();
        bytes[place % bytes.length] = damage;
        var end = cut < bytes.length ? bytes.length - cut : bytes.length;
        var archive = new SourceFile("any.zip", () -> new ByteArrayInputStream(bytes, 0, end));

        assertEndsWell(archive);
    }

    private static void assertEndsWell(SourceFile archive) throws IOException {
        var directory = Files.createTempDirectory("rollcall-archive");
        try (var spool = new Spool(directory, Files::newOutputStream, ALLOWANCE)) {
            var files = new ArrayList<SourceFile>();

            var refusal = new Archive(archive, spool).unpackTo(files);

            assertThat(refusal == null).isEqualTo(!files.isEmpty());
        }
        assertThat(directory).isEmptyDirectory();
        Files.delete(directory);
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : new String[] {"a.csv", "größe.csv"}) {
                var entry = new ZipEntry(name);
                entry.setExtra(new byte[] {1, 0, 4, 0, 1, 2, 3, 4});
                zip.putNextEntry(entry);
                zip.write("Serial Number\nS1\n".repeat(5).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
