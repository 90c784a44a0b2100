package dev.rollcall.upload.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How a CSV file separates its fields, and the header that this gives.
record Dialect(char separator, Header header) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /// The separator under which the header line makes most sense.
    static Dialect of(String headerLine) {
        return SEPARATORS.stream()
                .flatMap(separator -> split(headerLine, separator))
                .max(Comparator.comparingInt((Dialect d) -> d.header.recognised())
                        .thenComparingInt(d -> d.header.size()))
                .orElseGet(() -> new Dialect(',', Header.of(List.of())));
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

    private static Stream<Dialect> split(String headerLine, char separator) {
        try {
            var names = lenient(separator).ofSingleCsvRecord(headerLine).getFields();
            return Stream.of(new Dialect(separator, Header.of(names)));
        } catch (CsvParseException _) {
            return Stream.empty();
        }
    }
}
