package dev.rollcall.benchmarks.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The SQL that is too long to stand in a class.
final class Sql {
    private Sql() {}

    static String of(String resource) {
        try (var sql = Objects.requireNonNull(Sql.class.getResourceAsStream(resource))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
