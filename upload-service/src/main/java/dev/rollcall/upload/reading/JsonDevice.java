package dev.rollcall.upload.reading;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one device object. A field of the wrong type is a problem; an unknown one is ignored and remembered.
final class JsonDevice {
    private final String file;
    private final int maxLength;
    private final IgnoredColumns ignored;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private int length;

    JsonDevice(String file, int maxLength, IgnoredColumns ignored) {
        this.file = file;
        this.maxLength = maxLength;
        this.ignored = ignored;
    }

    Row read(JsonParser parser, Problems problems) {
        var line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(problem(file, parser, "a device must be an object"));
            parser.skipChildren();
        } else {
            readFields(parser, problems);
        }
        return new Row(file, line, RowShape.columns(values), null);
    }

    private void readFields(JsonParser parser, Problems problems) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var value = parser.nextToken();
            var column = Column.ofJson(name);
            if (column == null) {
                ignored.add(name);
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                keep(column, parser, problems);
            } else if (value != JsonToken.VALUE_NULL) {
                problems.add(problem(file, parser, "\"" + name + "\" must be a string"));
                parser.skipChildren();
            }
        }
    }

    private void keep(Column column, JsonParser parser, Problems problems) {
        var text = parser.getString();
        length += text.length();
        if (length > maxLength) {
            problems.add(problem(file, parser, "the device is longer than " + maxLength + " characters"));
        } else if (!StorableText.test(text)) {
            problems.add(problem(file, parser, "the text holds a NUL character or half of a surrogate pair"));
        } else {
            values.put(column, text.strip());
        }
    }

    static Problem problem(String file, JsonParser parser, String message) {
        var location = parser.currentTokenLocation();
        return Problem.at(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), message);
    }
}
