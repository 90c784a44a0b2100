package dev.rollcall.upload.reading;

/// The text of one field, as it was meant.
final class Cell {
    /// What a spreadsheet takes for a formula; our own export puts a `'` before it, which comes off again here.
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Cell() {}

    static String text(String field) {
        var guarded = field.length() > 1 && field.charAt(0) == '\'' && FORMULA_STARTS.indexOf(field.charAt(1)) >= 0;
        return (guarded ? field.substring(1) : field).strip();
    }
}
