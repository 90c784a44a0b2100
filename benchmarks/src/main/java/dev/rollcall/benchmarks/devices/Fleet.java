package dev.rollcall.benchmarks.devices;

import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identity.DeviceTuple;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

/// Some devices that nobody else has: each with a serial number, and a hardware hash of the real layout and the usual
/// 4,000 characters. What differs from device to device in a real hash differs here too.
public record Fleet(String name, int first, int size) {
    private static final String MANUFACTURER = "Contoso";
    private static final String MODEL = "Book 13";
    private static final int TPM_KEY = 25;
    private static final int TPM_KEY_BYTES = 256;

    public static Fleet of(String name, int size) {
        return new Fleet(name, 1, size);
    }

    /// Some of them, beginning behind the first `skipped`.
    public Fleet part(int skipped, int partSize) {
        return new Fleet(name, first + skipped, partSize);
    }

    /// As a supplier lists them.
    public void writeCatalog(Path file) {
        write(file, "Manufacturer,Model,Serial Number", number -> MANUFACTURER + "," + MODEL + "," + serial(number));
    }

    /// As a tenant uploads them.
    public void writeUpload(Path file) {
        var random = new Random(31L * name.hashCode() + first);
        write(
                file,
                "Device Serial Number,Windows Product ID,Hardware Hash",
                number -> serial(number) + ",," + hash(serial(number), random));
    }

    private String serial(int number) {
        return name + "-" + number;
    }

    private static String hash(String serial, Random random) {
        var key = new byte[TPM_KEY_BYTES];
        random.nextBytes(key);
        return HardwareHashEncoder.of(new DeviceTuple(MANUFACTURER, MODEL, serial))
                .withSmbiosUuid(new UUID(random.nextLong(), random.nextLong()))
                .without(TPM_KEY)
                .withRecord(TPM_KEY, key)
                .encode();
    }

    private void write(Path file, String header, IntFunction<String> row) {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            line(out, header);
            for (var number = first; number < first + size; number++) {
                line(out, row.apply(number));
            }
        } catch (IOException e) {
            throw new BenchFailure("the file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
