package dev.rollcall.upload.reading;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The maximum that an upload went beyond, as its sender is told: `{"unit": "rows", "maximum": 1000000}`.
public record Limit(Unit unit, long maximum) {

    public enum Unit {
        @JsonProperty("bytes")
        BYTES,
        @JsonProperty("rows")
        ROWS,
        @JsonProperty("files")
        FILES
    }

    public static Limit bytes(long maximum) {
        return new Limit(Unit.BYTES, maximum);
    }

    public static Limit rows(long maximum) {
        return new Limit(Unit.ROWS, maximum);
    }

    public static Limit files(long maximum) {
        return new Limit(Unit.FILES, maximum);
    }
}
