package dev.rollcall.upload.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the parser's fields as they come: keeps those of known columns, counts the rest, and gives
/// a record the moment it ends. Nothing of an unknown column ever reaches the heap.
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler.@Nullable CsvFields> {
    private final Header header;
    private final int maxRecordLength;
    private final boolean linesOnly;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private int length;
    private boolean blank = true;
    private boolean spilled;

    RecordHandler(Header header, int maxRecordLength) {
        this(header, maxRecordLength, false);
    }

    private RecordHandler(Header header, int maxRecordLength, boolean linesOnly) {
        this.header = header;
        this.maxRecordLength = maxRecordLength;
        this.linesOnly = linesOnly;
    }

    /// Gives the same records, without their columns.
    static RecordHandler ofLinesOnly(Header header, int maxRecordLength) {
        return new RecordHandler(header, maxRecordLength, true);
    }

    /// One record: its columns, how many fields it has, and whether a field beyond the header holds anything.
    record CsvFields(long line, Map<Column, String> values, int count, boolean spilled) {}

    /// Stops the parser, which knows no other way.
    static final class RecordTooLong extends RuntimeException {
        RecordTooLong() {
            super("a record too long", null, false, false);
        }
    }

    long recordLine() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        values.clear();
        length = 0;
        blank = true;
        spilled = false;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int fieldLength, boolean quoted) {
        length += fieldLength + 1;
        if (length > maxRecordLength) {
            throw new RecordTooLong();
        }
        var text = isNeeded(field) ? Cell.text(new String(buffer, offset, fieldLength)) : "";
        blank &= text.isEmpty() && !quoted;
        spilled |= field >= header.size() && !text.isEmpty();
        var column = header.at(field);
        if (column != null && !text.isEmpty()) {
            values.put(column, text);
        }
    }

    /// Null for a line of nothing but spaces, which the parser then passes over.
    @Override
    protected @Nullable CsvFields buildRecord() {
        var blankLine = getFieldCount() <= 1 && blank;
        return blankLine
                ? null
                : new CsvFields(getStartingLineNumber(), new EnumMap<>(values), getFieldCount(), spilled);
    }

    private boolean isNeeded(int field) {
        return field == 0 || (!linesOnly && (field >= header.size() || header.at(field) != null));
    }
}
