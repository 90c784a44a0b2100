package dev.rollcall.upload.reading;

/// How much one upload may hold. `maxRecordLength` counts the characters of one record or device; it also keeps every
/// event within the megabyte that Kafka takes by default, whatever its JSON escapes.
public record Limits(long maxRows, int maxRecordLength) {
    /// JSON makes six bytes of a character at most.
    private static final int LONGEST_RECORD = 1 << 17;

    public Limits {
        if (maxRows < 1 || maxRecordLength < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
        if (maxRecordLength > LONGEST_RECORD) {
            throw new IllegalArgumentException("a record may have " + LONGEST_RECORD + " characters at most, not "
                    + maxRecordLength + ": its event could be too large for Kafka");
        }
    }

    /// The same with at most `rows` rows.
    public Limits atMost(long rows) {
        return new Limits(Math.min(maxRows, rows), maxRecordLength);
    }
}
