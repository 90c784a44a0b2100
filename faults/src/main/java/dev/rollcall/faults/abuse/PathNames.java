package dev.rollcall.faults.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files whose names lead elsewhere, as parts of a form and as entries of a zip: nothing of that name may be anywhere
/// below `searched`, nor at the places that they name.
public record PathNames(Path searched) implements Attack {
    private static final String MARK = "rollcall-escape";
    private static final String CSV = "Device Serial Number,Windows Product ID,Hardware Hash\nESCAPE-1,,none\n";

    private static final List<String> NAMES = List.of(
            "../../../../../../tmp/" + MARK + ".csv",
            "..\\..\\" + MARK + ".csv",
            "/tmp/" + MARK + ".csv",
            "C:\\" + MARK + ".csv",
            "file:///tmp/" + MARK + ".csv",
            MARK + ".csv\u0000.txt",
            "%2e%2e%2f%2e%2e%2f" + MARK + ".csv");

    @Override
    public String words() {
        return "names that lead elsewhere";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        try (var post = new Post()) {
            for (var name : NAMES) {
                send(target, "multipart/form-data; boundary=b", form(name), post, tally);
                send(target, "application/zip", zip(name), post, tally);
            }
        }
        escaped(searched, tally);
        escaped(Path.of("/tmp"), 1, tally);
        return tally.impact();
    }

    private void send(Target target, String contentType, byte[] body, Post post, Tally tally) {
        post.upload(target.door(), target.token(0, 1), contentType, body)
                .ifPresentOrElse(
                        answer -> tally.answered(answer.statusCode(), words()), () -> tally.breached("no answer"));
    }

    private static void escaped(Path folder, Tally tally) {
        escaped(folder, Integer.MAX_VALUE, tally);
    }

    private static void escaped(Path folder, int depth, Tally tally) {
        try (var tree = Files.find(
                folder, depth, (file, _) -> file.getFileName().toString().contains(MARK))) {
            tree.forEach(file -> tally.breached(file + " was written"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] form(String name) {
        return ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n" + CSV + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(CSV.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
