package dev.rollcall.upload.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Finds out how one CSV file is to be read: its encoding, its separator, its header.
final class CsvInspection {
    private static final int HEAD = 4;

    private final SourceFile file;
    private final int maxRecordLength;
    private final Problems problems;

    CsvInspection(SourceFile file, int maxRecordLength, Problems problems) {
        this.file = file;
        this.maxRecordLength = maxRecordLength;
        this.problems = problems;
    }

    /// The readable file, or null after a problem was noted.
    @Nullable
    CsvRows inspect() throws IOException {
        var encoding = encoding();
        return encoding == null ? null : withHeader(encoding);
    }

    private @Nullable TextEncoding encoding() throws IOException {
        Problem problem = null;
        for (var candidate : TextEncoding.candidates(head())) {
            problem = TextScan.run(file, candidate);
            if (problem == null) {
                return candidate;
            }
        }
        if (problem != null) {
            problems.add(problem);
        }
        return null;
    }

    private byte[] head() throws IOException {
        try (var input = file.content().open()) {
            return input.readNBytes(HEAD);
        }
    }

    private @Nullable CsvRows withHeader(TextEncoding encoding) throws IOException {
        try (var text = encoding.open(file)) {
            var line = HeaderLine.read(text, maxRecordLength);
            if (line == null) {
                problems.add(Problem.inFile(file.name(), "the file is empty"));
                return null;
            }
            return withHeader(encoding, line);
        }
    }

    private @Nullable CsvRows withHeader(TextEncoding encoding, HeaderLine line) {
        var dialect = Dialect.of(line);
        var fault = line.complete()
                ? dialect.header().fault()
                : "the line is longer than " + maxRecordLength + " characters";
        if (fault != null) {
            problems.add(Problem.at(file.name(), line.number(), 1, fault));
            return null;
        }
        return new CsvRows(file, encoding, dialect, maxRecordLength);
    }
}
