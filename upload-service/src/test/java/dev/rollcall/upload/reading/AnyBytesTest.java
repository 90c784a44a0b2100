package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
