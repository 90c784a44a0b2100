package dev.rollcall.registration.flow;

import dev.rollcall.identity.DeviceColumns;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Text that both PostgreSQL and UTF-8 can hold: without NUL and without half a surrogate pair.
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static boolean isStorable(DeviceColumns columns) {
        return Stream.of(
                        columns.serialNumber(),
                        columns.manufacturer(),
                        columns.model(),
                        columns.productId(),
                        columns.groupTag(),
                        columns.assignedUser())
                .filter(Objects::nonNull)
                .allMatch(text -> text.codePoints().allMatch(StorableText::isStorable));
    }

    /// The columns for display, their unstorable characters replaced. The hardware hash is left
    /// out.
    static DeviceColumns cleaned(DeviceColumns columns) {
        return new DeviceColumns(
                cleaned(columns.serialNumber()),
                cleaned(columns.manufacturer()),
                cleaned(columns.model()),
                cleaned(columns.productId()),
                null,
                cleaned(columns.groupTag()),
                cleaned(columns.assignedUser()));
    }

    private static @Nullable String cleaned(@Nullable String text) {
        if (text == null || text.codePoints().allMatch(StorableText::isStorable)) {
            return text;
        }
        var cleaned = new StringBuilder(text.length());
        text.codePoints().map(c -> isStorable(c) ? c : REPLACEMENT).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
