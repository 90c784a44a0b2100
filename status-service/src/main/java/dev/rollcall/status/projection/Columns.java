package dev.rollcall.status.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows turned into columns, one array each, for SQL to `unnest`. Ids and times travel as text and are cast there.
final class Columns<T> {
    private final List<T> rows;
    private final List<Object> arrays = new ArrayList<>();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /// PostgreSQL refuses NUL in a text, so it becomes the replacement character.
    Columns<T> text(Function<T, @Nullable String> text) {
        var array = new @Nullable String[rows.size()];
        for (var i = 0; i < array.length; i++) {
            var value = text.apply(rows.get(i));
            array[i] = value == null ? null : StorableText.of(value);
        }
        arrays.add(array);
        return this;
    }

    /// An id or another value by its text form.
    Columns<T> id(Function<T, @Nullable Object> id) {
        return text(row -> {
            var value = id.apply(row);
            return value == null ? null : value.toString();
        });
    }

    Columns<T> time(Function<T, @Nullable Instant> time) {
        return id(time::apply);
    }

    Columns<T> number(Function<T, @Nullable Long> number) {
        var array = new @Nullable Long[rows.size()];
        for (var i = 0; i < array.length; i++) {
            array[i] = number.apply(rows.get(i));
        }
        arrays.add(array);
        return this;
    }

    Columns<T> flag(Function<T, @Nullable Boolean> flag) {
        return id(flag::apply);
    }

    Object[] arrays() {
        return arrays.toArray();
    }
}
