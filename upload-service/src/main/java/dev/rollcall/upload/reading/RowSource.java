package dev.rollcall.upload.reading;

import java.io.IOException;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/// A file whose rows can be read, as often as need be.
sealed interface RowSource permits CsvRows, JsonRows {
    String name();

    /// The names of columns that nobody here knows. JSON has no header, so there they are known after a reading.
    List<String> ignoredColumns();

    /// Shows the rows in their order until `visitor` has seen enough. What keeps the file from
    /// being read whole becomes a problem.
    void read(Problems problems, Predicate<Row> visitor) throws IOException;

    /// As [#read], but shows of each row only the line on which it begins, for whoever needs no more than to know that
    /// the file can be read.
    void walk(Problems problems, LongPredicate visitor) throws IOException;
}
