package dev.rollcall.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/// A module's executable jar, unpacked as its image has it: it starts in two thirds of the time. Made once a build.
public final class UnpackedJar {
    private UnpackedJar() {}

    /// The jar to be started; its libraries lie beside it.
    public static synchronized Path of(Path home, String module) {
        var target = home.resolve(module).resolve("target").toAbsolutePath();
        try {
            var built = built(target);
            var folder = target.resolve("unpacked-" + digest(built));
            if (!Files.exists(folder)) {
                unpack(built, folder);
            }
            return folder.resolve(built.getFileName());
        } catch (IOException e) {
            throw new BenchFailure("nothing is built in " + target, e);
        }
    }

    private static Path built(Path target) throws IOException {
        try (var files = Files.newDirectoryStream(target, "*-exec.jar")) {
            for (var file : files) {
                return file;
            }
        }
        throw new BenchFailure("nothing is built in " + target);
    }

    /// Its time says nothing: that is the same for every build.
    private static String digest(Path jar) throws IOException {
        var digest = new CRC32C();
        try (var in = new CheckedInputStream(Files.newInputStream(jar), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(digest.getValue());
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var fresh = Files.createTempDirectory(folder.getParent(), "unpacking");
        var unpacking = new ProcessBuilder(List.of(
                        java,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        fresh.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (unpacking.waitFor() != 0) {
                throw new BenchFailure("the jar " + jar + " can't be unpacked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while a jar was unpacked", e);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
