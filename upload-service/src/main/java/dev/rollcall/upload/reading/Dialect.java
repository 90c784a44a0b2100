package dev.rollcall.upload.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How a CSV file separates its fields, the header that this gives, and the line on which that stands.
record Dialect(char separator, Header header, long headerLine) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /// The separator under which the header line makes most sense.
    static Dialect of(HeaderLine line) {
        return SEPARATORS.stream()
                .flatMap(separator -> split(line, separator))
                .max(Comparator.comparingInt((Dialect d) -> d.header.recognised())
                        .thenComparingInt(d -> d.header.size()))
                .orElseGet(() -> new Dialect(',', Header.of(List.of()), line.number()));
    }

    String separatorName() {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "comma";
        };
    }

    CsvReaderBuilder reader() {
        return lenient(separator);
    }

    /// Leniency where Excel and hand-made files need it; only a quote that never closes is not forgiven.
    private static CsvReaderBuilder lenient(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static Stream<Dialect> split(HeaderLine line, char separator) {
        try {
            var names = lenient(separator).ofSingleCsvRecord(line.text()).getFields();
            return Stream.of(new Dialect(separator, Header.of(names), line.number()));
        } catch (CsvParseException _) {
            return Stream.empty();
        }
    }
}
