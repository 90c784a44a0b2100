package dev.rollcall.benchmarks.devices;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.identity.DeviceTuple;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// Some devices that nobody else has: each with a serial number, and a hardware hash of the real layout and the usual
/// 4,000 characters. What differs from device to device in a real hash differs here too.
public record Fleet(String name, int first, int size) {
    private static final String MANUFACTURER = "Contoso";
    private static final String MODEL = "Book 13";
    private static final int SERIALS = 100_000_000;
    private static final int BUFFER = 1 << 16;

    public static Fleet of(String name, int size) {
        return new Fleet(name, 1, size);
    }

    /// Some of them, beginning behind the first `skipped`.
    public Fleet part(int skipped, int partSize) {
        return new Fleet(name, first + skipped, partSize);
    }

    /// As a supplier lists them.
    public void writeCatalog(Path file) {
        writeCatalog(file, _ -> true);
    }

    /// As a tenant uploads them.
    public void writeUpload(Path file) {
        writeUpload(file, _ -> true, (_, hash) -> hash);
    }

    /// The identity and the hash of one of them.
    public DeviceTuple device(int number) {
        return new DeviceTuple(MANUFACTURER, MODEL, serial(number));
    }

    public String hash(int number) {
        return hash(template(), number);
    }

    /// What a row of the upload has as its hash, made of the device's number and its true hash.
    interface HashColumn {
        String of(int number, String hash);
    }

    void writeCatalog(Path file, IntPredicate listed) {
        write(
                file,
                "Manufacturer,Model,Serial Number",
                listed,
                number -> MANUFACTURER + "," + MODEL + "," + serial(number));
    }

    void writeUpload(Path file, IntPredicate uploaded, HashColumn column) {
        var template = template();
        write(
                file,
                "Device Serial Number,Windows Product ID,Hardware Hash",
                uploaded,
                number -> serial(number) + ",," + column.of(number, hash(template, number)));
    }

    /// All of one length.
    private String serial(int number) {
        return name + "-" + Integer.toString(SERIALS + number).substring(1);
    }

    private HashTemplate template() {
        return new HashTemplate(device(first));
    }

    private String hash(HashTemplate template, int number) {
        return template.hash(serial(number), new Random(31L * name.hashCode() + number));
    }

    /// On disk when it returns, so that nothing of it is written while something is measured.
    private void write(Path file, String header, IntPredicate included, IntFunction<String> row) {
        try (var out = new FileOutputStream(file.toFile());
                var lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), BUFFER)) {
            line(lines, header);
            for (var number = first; number < first + size; number++) {
                if (included.test(number)) {
                    line(lines, row.apply(number));
                }
            }
            lines.flush();
            out.getFD().sync();
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
