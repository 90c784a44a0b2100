package dev.rollcall.faults.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small archives that unpack to a thousand times their size.
public record ZipBomb(int times, long unpacked) implements Attack {
    private static final int AT_ONCE = 2;
    private static final int REFUSED = 413;

    @Override
    public String words() {
        return times + " zips that unpack to " + (unpacked >> 20) + " MB";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        var bomb = bomb();
        try (var post = new Post()) {
            Horde.of(AT_ONCE, number -> {
                for (var i = number; i < times; i += AT_ONCE) {
                    throwInto(target, post, bomb, tally);
                }
            });
        }
        return tally.impact();
    }

    private void throwInto(Target target, Post post, byte[] bomb, Tally tally) {
        post.upload(target.door(), target.token(0, 1), "application/zip", bomb)
                .ifPresentOrElse(
                        answer -> {
                            tally.answered(answer.statusCode(), words());
                            if (answer.statusCode() != REFUSED) {
                                tally.breached("a bomb is answered " + answer.statusCode());
                            }
                        },
                        () -> tally.met("no answer"));
    }

    private byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry("devices.csv"));
            zip.write("Serial Number\n".getBytes(StandardCharsets.US_ASCII));
            var line = new byte[1 << 16];
            for (var written = 0L; written < unpacked; written += line.length) {
                zip.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
