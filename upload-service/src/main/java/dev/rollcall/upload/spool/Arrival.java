package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.RowRule;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.reading.UploadCheck;
import dev.rollcall.upload.reading.UploadReading;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request's body turned out to be, once it was on disk.
public sealed interface Arrival {

    /// CSV files, in the order in which they came. `groupTag` is the form's, for rows that have none of their own.
    record CsvFiles(List<SourceFile> files, @Nullable String groupTag, Limits limits) implements Arrival {}

    /// One JSON body.
    record Json(SourceFile file, Limits limits) implements Arrival {}

    record Refused(Refusal refusal) implements Arrival {}

    /// Reads everything once, from end to end, within what its sender may bring.
    default UploadReading check(RowRule rule) throws IOException {
        return switch (this) {
            case CsvFiles(var files, var _, var limits) -> UploadCheck.ofCsv(files, limits, rule);
            case Json(var file, var limits) -> UploadCheck.ofJson(file, limits, rule);
            case Refused(var refusal) -> new UploadReading.Refused(refusal);
        };
    }

    default List<SourceFile> content() {
        return switch (this) {
            case CsvFiles(var files, var _, var _) -> files;
            case Json(var file, var _) -> List.of(file);
            case Refused _ -> List.of();
        };
    }

    default @Nullable String commonGroupTag() {
        return this instanceof CsvFiles(var _, var groupTag, var _) ? groupTag : null;
    }
}
