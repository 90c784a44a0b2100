package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadCheckTest {
    private static final Limits LIMITS = new Limits(3, 100);

    @Test
    void numbersRowsOverAllFilesAndLinesInEach() throws IOException {
        var upload = sound(csv(file("a.csv", "Serial Number\nS1\nS2\n"), file("b.csv", "\nSerial Number\n\nS3\n")));

        var seen = new ArrayList<String>();
        upload.forEachRow((number, row) -> seen.add(number + " " + row.file() + ":" + row.line()));

        assertThat(seen).containsExactly("1 a.csv:2", "2 a.csv:3", "3 b.csv:4");
        assertThat(upload.files()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void stopsShowingRowsWhenNobodyWantsMore() throws IOException {
        var upload = sound(csv(file("a.csv", "Serial Number\nS1\nS2\n"), file("b.csv", "Serial Number\nS3\n")));

        var seen = new ArrayList<Long>();
        upload.forEachRow((number, _) -> !seen.add(number));

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void namesTheProblemsOfAllFilesAtOnce() throws IOException {
        var refusal = refused(csv(file("a.csv", "x,y\n1,2"), file("b.csv", "Serial Number\nS1"), file("c.csv", "")));

        assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(refusal.problems()).extracting(Problem::file).containsExactly("a.csv", "c.csv");
    }

    @Test
    void namesAHundredProblemsAtMost() throws IOException {
        var files = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> file(i + ".csv", ""))
                .toArray(SourceFile[]::new);

        assertThat(refused(csv(files)).problems()).hasSize(100);
    }

    @Test
    void refusesMoreRowsThanTheLimit() throws IOException {
        var refusal = refused(csv(file("a.csv", "Serial Number\nS1\nS2\n"), file("b.csv", "Serial Number\nS3\nS4\n")));

        assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refusal.problems()).containsExactly(Problem.atLine("b.csv", 3, "more than 3 rows in one upload"));
    }

    @Test
    void refusesARecordLongerThanTheLimit() throws IOException {
        var refusal = refused(csv(file("a.csv", "Serial Number\nS1\n" + "x".repeat(200_000) + "\nS3")));

        assertThat(refusal.problems())
                .containsExactly(Problem.atLine("a.csv", 3, "the record is longer than 100 characters"));
    }

    @Test
    void refusesAHeaderLongerThanTheLimit() throws IOException {
        var refusal = refused(csv(file("a.csv", "Serial Number," + "x".repeat(200_000))));

        assertThat(refusal.problems())
                .containsExactly(Problem.at("a.csv", 1, 1, "the line is longer than 100 characters"));
    }

    @Test
    void namesARowThatBreaksTheRule() throws IOException {
        var reading = UploadCheck.ofCsv(
                List.of(file("a.csv", "Serial Number\nS1\nS2\n")),
                LIMITS,
                row -> "S2".equals(row.columns().serialNumber()) ? "not this one" : null);

        assertThat(refused(reading).problems()).containsExactly(Problem.atLine("a.csv", 3, "not this one"));
    }

    private static UploadReading csv(SourceFile... files) throws IOException {
        return UploadCheck.ofCsv(List.of(files), LIMITS, RowRule.NONE);
    }

    private static ReadableUpload sound(UploadReading reading) {
        assertThat(reading).isInstanceOf(Sound.class);
        return ((Sound) reading).upload();
    }

    private static Refusal refused(UploadReading reading) {
        assertThat(reading).isInstanceOf(Refused.class);
        return ((Refused) reading).refusal();
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
