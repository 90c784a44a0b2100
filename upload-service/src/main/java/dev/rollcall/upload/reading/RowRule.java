package dev.rollcall.upload.reading;

import org.jspecify.annotations.Nullable;

/// What every row of an upload must fulfil so that the upload is taken at all.
@FunctionalInterface
public interface RowRule {

    /// For uploads in which a bad row has an outcome of its own.
    RowRule NONE = _ -> null;

    /// What the row breaks, in words for the sender, or null.
    @Nullable
    String violation(Row row);
}
