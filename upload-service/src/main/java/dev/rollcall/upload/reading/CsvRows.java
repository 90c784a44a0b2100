package dev.rollcall.upload.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.upload.reading.RecordHandler.CsvFields;
import java.io.IOException;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV file whose encoding, separator and header are known.
final class CsvRows implements RowSource {
    private final SourceFile file;
    private final TextEncoding encoding;
    private final Dialect dialect;
    private final int maxRecordLength;

    CsvRows(SourceFile file, TextEncoding encoding, Dialect dialect, int maxRecordLength) {
        this.file = file;
        this.encoding = encoding;
        this.dialect = dialect;
        this.maxRecordLength = maxRecordLength;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> ignoredColumns() {
        return dialect.header().ignored();
    }

    @Override
    public void read(Problems problems, Predicate<Row> visitor) throws IOException {
        var shape = new RowShape(file.name(), dialect);
        read(new RecordHandler(dialect.header(), maxRecordLength), problems, fields -> visitor.test(shape.of(fields)));
    }

    @Override
    public void walk(Problems problems, LongPredicate visitor) throws IOException {
        read(
                RecordHandler.ofLinesOnly(dialect.header(), maxRecordLength),
                problems,
                fields -> visitor.test(fields.line()));
    }

    private void read(RecordHandler handler, Problems problems, Predicate<CsvFields> visitor) throws IOException {
        try (var text = encoding.open(file);
                var records = dialect.reader().maxBufferSize(bufferSize()).<@Nullable CsvFields>build(handler, text)) {
            readRows(records, visitor);
        } catch (CsvParseException _) {
            problems.add(unreadableRecord(Math.max(1, handler.recordLine())));
        }
    }

    private void readRows(CsvReader<@Nullable CsvFields> records, Predicate<CsvFields> visitor) {
        for (var fields : records) {
            if (fields != null && fields.line() > dialect.headerLine() && !visitor.test(fields)) {
                return;
            }
        }
    }

    /// Where the quoting is in order, only the length of the record can be at fault.
    private Problem unreadableRecord(long line) throws IOException {
        try (var text = encoding.open(file)) {
            var finding = QuoteScan.run(text, dialect.separator(), maxRecordLength);
            return finding == null
                    ? Problem.atLine(file.name(), line, "the record is longer than " + maxRecordLength + " characters")
                    : Problem.at(file.name(), finding.line(), finding.column(), finding.message());
        }
    }

    /// The parser buffers whole fields; below its own read size it would refuse what is short enough.
    private int bufferSize() {
        return Math.max(maxRecordLength, 1 << 14) * 2;
    }
}
