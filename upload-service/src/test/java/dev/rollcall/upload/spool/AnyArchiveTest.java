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
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Property(tries = 200)
    void whatWasPackedComesOutInItsOrderAndNowhereElse(@ForAll("entries") List<Entry> entries) throws IOException {
        var bytes = zip(entries);
        var parent = Files.createTempDirectory("rollcall-archives");
        var directory = Files.createDirectory(parent.resolve("spool"));
        try (var spool = new Spool(directory, Files::newOutputStream, ALLOWANCE)) {
            var files = new ArrayList<SourceFile>();

            var refusal = new Archive(new SourceFile("any.zip", () -> new ByteArrayInputStream(bytes)), spool)
                    .unpackTo(files);

            assertThat(refusal).isNull();
            assertThat(files)
                    .extracting(AnyArchiveTest::content)
                    .isEqualTo(entries.stream().map(Entry::content).toList());
            assertThat(files).allSatisfy(file -> assertThat(file.name()).matches("any\\.zip/[^/\\\\]+"));
            assertThat(parent).isDirectoryNotContaining(path -> !path.equals(directory));
        }
        assertThat(directory).isEmptyDirectory();
        Files.delete(directory);
        Files.delete(parent);
    }

    record Entry(String name, String content) {}

    /// Under names that a careless program would follow.
    @Provide
    Arbitrary<List<Entry>> entries() throws IOException {
        var names = Arbitraries.of(hostileNames());
        var contents = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(200);
        return Combinators.combine(names, contents)
                .as(Entry::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements(Entry::name);
    }

    private static List<String> hostileNames() throws IOException {
        try (var lines = AnyArchiveTest.class.getResourceAsStream("/fuzz/entry-names.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String content(SourceFile file) {
        try (var in = file.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
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
