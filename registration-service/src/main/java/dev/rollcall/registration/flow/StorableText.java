package dev.rollcall.registration.flow;

import dev.rollcall.identity.DeviceColumns;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Text that PostgreSQL can hold: without NUL.
final class StorableText {
    private static final char NUL = '\0';
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
                .allMatch(text -> text.indexOf(NUL) < 0);
    }

    /// The columns for display, their NUL characters replaced. The hardware hash is left out.
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
        return text == null ? null : text.replace(NUL, REPLACEMENT);
    }
}
