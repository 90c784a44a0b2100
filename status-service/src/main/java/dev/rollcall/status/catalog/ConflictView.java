package dev.rollcall.status.catalog;

/// A row that was refused, and why.
record ConflictView(
        String file, long row, long line, String manufacturer, String model, String serialNumber, String reason) {}
