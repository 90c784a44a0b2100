package dev.rollcall.events;

import java.util.Objects;

/// A row's place in its batch. `row` counts the batch's records from 1 over all its files, headers left out;
/// `line` is the line of `file` on which the record begins, counted from 1.
public record RowPosition(String file, long row, long line) {
    public RowPosition {
        Objects.requireNonNull(file);
    }
}
