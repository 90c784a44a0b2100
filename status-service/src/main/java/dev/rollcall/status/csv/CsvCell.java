package dev.rollcall.status.csv;

/// A cell that no spreadsheet takes for a formula. An upload takes the `'` off again.
final class CsvCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvCell() {}

    static String safe(String text) {
        return text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
