package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyBytesTest {
    private static final Limits LIMITS = new Limits(50, 500);

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedAndNeverCrash(@ForAll byte[] bytes) throws IOException {
        assertEndsWell(UploadCheck.ofCsv(List.of(file(bytes)), LIMITS, RowRule.NONE));
        assertEndsWell(UploadCheck.ofJson(file(bytes), LIMITS, RowRule.NONE));
    }

    @Property(tries = 1000)
    void anyTextUnderAHeaderIsReadOrRefusedAndNeverCrashes(@ForAll("texts") String text) throws IOException {
        var bytes = ("Serial Number,Model,Hardware Hash\n" + text).getBytes(StandardCharsets.UTF_8);

        assertEndsWell(UploadCheck.ofCsv(List.of(file(bytes)), LIMITS, RowRule.NONE));
    }

    @Property(tries = 500)
    void anyTextInAJsonBodyIsReadOrRefusedAndNeverCrashes(@ForAll("texts") String text) throws IOException {
        var bytes = ("{\"devices\":[{\"serialNumber\":" + text).getBytes(StandardCharsets.UTF_8);

        assertEndsWell(UploadCheck.ofJson(file(bytes), LIMITS, RowRule.NONE));
    }

    @ParameterizedTest
    @MethodSource("nastyFiles")
    void filesThatWereNastyOnceAreReadOrRefused(String escaped) throws IOException {
        var bytes = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);

        assertEndsWell(UploadCheck.ofCsv(List.of(file(bytes)), LIMITS, RowRule.NONE));
        assertEndsWell(UploadCheck.ofJson(file(bytes), LIMITS, RowRule.NONE));
    }

    /// One in each line, its bytes as characters of ISO 8859-1, with Java's escapes.
    static Stream<String> nastyFiles() throws IOException {
        try (var lines = AnyBytesTest.class.getResourceAsStream("/fuzz/files.txt")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.US_ASCII).lines();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars(',', '"', '\n', '\r', ' ', 'a', ';', '\t', '\'', '=', '}', ']', '\\', 'é')
                .ofMaxLength(60);
    }

    /// What the first pass found sound the second reads again, row for row.
    private static void assertEndsWell(UploadReading reading) throws IOException {
        switch (reading) {
            case Refused(var refusal) -> assertThat(refusal.problems()).isNotEmpty();
            case Sound(var upload) -> {
                var rows = new AtomicLong();
                upload.forEachRow((number, _) -> rows.incrementAndGet() == number);
                assertThat(rows).hasValue(upload.rowCount());
            }
        }
    }

    private static SourceFile file(byte[] bytes) {
        return new SourceFile("any", () -> new ByteArrayInputStream(bytes));
    }
}
