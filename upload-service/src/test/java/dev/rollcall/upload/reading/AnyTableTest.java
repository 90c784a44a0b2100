package dev.rollcall.upload.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whoever writes a table as CSV, in whatever dialect and encoding: the same cells are read.
class AnyTableTest {
    private static final String[] HEADER = {"Device Serial Number", "Group Tag", "Assigned User"};
    private static final Limits LIMITS = new Limits(100, 1_000);
    private static final List<Charset> UNICODE =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    record Writing(char separator, LineDelimiter lineEnd, boolean quotesAll, boolean mark, Charset charset) {}

    @Property(tries = 500)
    void theSameCellsAreRead(@ForAll("tables") List<List<String>> table, @ForAll("writings") Writing writing)
            throws IOException {
        assertThat(cells(rows(written(table, writing)))).isEqualTo(table);
    }

    /// Letters that are one byte each, and no text in UTF-8.
    @Property(tries = 200)
    void theSameCellsAreReadFromWhatExcelCallsAnsi(
            @ForAll("westernTables") List<List<String>> table, @ForAll("writings") Writing writing) throws IOException {
        var ansi = new Writing(
                writing.separator(), writing.lineEnd(), writing.quotesAll(), false, Charset.forName("windows-1252"));

        assertThat(cells(rows(written(table, ansi)))).isEqualTo(table);
    }

    @Property(tries = 200)
    void everyRowIsToldByItsLine(@ForAll("flatTables") List<List<String>> table, @ForAll("writings") Writing writing)
            throws IOException {
        assertThat(rows(written(table, writing)))
                .extracting(Row::line)
                .containsExactlyElementsOf(
                        LongStream.range(2, table.size() + 2).boxed().toList());
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return tables("aZ09 ,;\t\"'\n\r=+@é€ß😀-_/\\");
    }

    @Provide
    Arbitrary<List<List<String>>> flatTables() {
        return tables("aZ09 ,;\t\"'=+@é€ß😀-_/\\");
    }

    @Provide
    Arbitrary<List<List<String>>> westernTables() {
        return tables("aZ09 ,;\t\"éß-_/\\")
                .map(table -> table.stream()
                        .map(row -> row.stream().map(cell -> cell + "é").toList())
                        .toList());
    }

    @Provide
    Arbitrary<Writing> writings() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t'),
                        Arbitraries.of(LineDelimiter.CRLF, LineDelimiter.LF, LineDelimiter.CR),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(UNICODE))
                .as(Writing::new);
    }

    /// Cells as a person would call them equal: nothing before or behind the text, and no mark of our own export.
    private static Arbitrary<List<List<String>>> tables(String letters) {
        return Arbitraries.of(letters.codePoints().mapToObj(Character::toString).toList())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(text -> String.join("", text).strip())
                .filter(cell -> !cell.isEmpty() && !cell.startsWith("'"))
                .list()
                .ofSize(HEADER.length)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static byte[] written(List<List<String>> table, Writing writing) throws IOException {
        var text = new StringWriter();
        var builder = CsvWriter.builder().fieldSeparator(writing.separator()).lineDelimiter(writing.lineEnd());
        if (writing.quotesAll()) {
            builder.quoteStrategy(QuoteStrategies.ALWAYS);
        }
        try (var csv = builder.build(text)) {
            csv.writeRecord(HEADER);
            table.forEach(csv::writeRecord);
        }
        var bytes = new ByteArrayOutputStream();
        if (writing.mark()) {
            bytes.write("\uFEFF".getBytes(writing.charset()));
        }
        bytes.write(text.toString().getBytes(writing.charset()));
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] csv) throws IOException {
        var file = new SourceFile("any.csv", () -> new ByteArrayInputStream(csv));
        var rows = new ArrayList<Row>();
        if (!(UploadCheck.ofCsv(List.of(file), LIMITS, RowRule.NONE) instanceof Sound(var upload))) {
            throw new AssertionError("refused");
        }
        upload.forEachRow((_, row) -> rows.add(row));
        return rows;
    }

    private static List<List<String>> cells(List<Row> rows) {
        return rows.stream()
                .map(Row::columns)
                .map(columns -> List.of(
                        String.valueOf(columns.serialNumber()),
                        String.valueOf(columns.groupTag()),
                        String.valueOf(columns.assignedUser())))
                .toList();
    }
}
