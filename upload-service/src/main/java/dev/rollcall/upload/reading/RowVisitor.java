package dev.rollcall.upload.reading;

/// Is shown the rows of an upload one by one. `number` counts them from 1 over all files.
@FunctionalInterface
public interface RowVisitor {

    /// Whether to read on.
    boolean visit(long number, Row row);
}
