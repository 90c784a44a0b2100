package dev.rollcall.upload.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first record of a CSV file: which column stands where, and which names say nothing to us.
final class Header {
    private final List<@Nullable Column> columns;
    private final Map<Column, Integer> positions;
    private final List<String> ignored;
    private final @Nullable String twice;

    private Header(
            List<@Nullable Column> columns,
            Map<Column, Integer> positions,
            List<String> ignored,
            @Nullable String twice) {
        this.columns = columns;
        this.positions = positions;
        this.ignored = ignored;
        this.twice = twice;
    }

    static Header of(List<String> names) {
        var columns = new ArrayList<@Nullable Column>();
        var positions = new EnumMap<Column, Integer>(Column.class);
        var ignored = new IgnoredColumns();
        String twice = null;
        for (var name : names) {
            var column = Column.named(name);
            if (column != null && positions.putIfAbsent(column, columns.size()) != null) {
                twice = ShownName.of(name);
            }
            if (column == null) {
                ignored.add(name);
            }
            columns.add(column);
        }
        return new Header(Collections.unmodifiableList(columns), positions, ignored.names(), twice);
    }

    int size() {
        return columns.size();
    }

    int recognised() {
        return positions.size();
    }

    @Nullable
    Column at(int position) {
        return position < columns.size() ? columns.get(position) : null;
    }

    @Nullable
    Integer positionOf(Column column) {
        return positions.get(column);
    }

    /// The position from which on a comma too many may have shifted the fields; who knows what an
    /// unknown column holds.
    int firstUnsure() {
        for (var position = 0; position < columns.size(); position++) {
            var column = columns.get(position);
            if (column == null || column.isFreeText()) {
                return position;
            }
        }
        return columns.size();
    }

    List<String> ignored() {
        return ignored;
    }

    /// What makes the header unfit to read a file by, or null.
    @Nullable
    String fault() {
        if (positions.isEmpty()) {
            return "no recognisable header: none of the names in the first line is a known column, "
                    + "as \"Serial Number\" or \"Hardware Hash\" would be";
        }
        if (twice != null) {
            return "the header has a second column for the same thing: \"" + twice + "\"";
        }
        return positions.containsKey(Column.HARDWARE_HASH) || positions.containsKey(Column.SERIAL_NUMBER)
                ? null
                : "the header has no column that identifies a device: neither \"Hardware Hash\" nor \"Serial Number\"";
    }
}
