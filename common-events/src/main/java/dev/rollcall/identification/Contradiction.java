package dev.rollcall.identification;

import dev.rollcall.hash.HashFacts;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.NormalizedText;
import org.jspecify.annotations.Nullable;

/// A scrambled row: its columns name another device than its hash does.
final class Contradiction {
    private Contradiction() {}

    /// A reason that names both values, or null where columns and hash agree.
    static @Nullable String between(DeviceColumns columns, HashFacts facts) {
        var serialNumber =
                differ("serial number", columns.serialNumber(), facts.device().serialNumber());
        if (serialNumber != null) {
            return serialNumber;
        }
        var manufacturer =
                differ("manufacturer", columns.manufacturer(), facts.device().manufacturer());
        if (manufacturer != null) {
            return manufacturer;
        }
        var model = differ("model", columns.model(), facts.device().model());
        return model != null ? model : differ("product ID", columns.productId(), facts.productKeyId());
    }

    private static @Nullable String differ(String what, @Nullable String column, @Nullable String inHash) {
        return column == null || inHash == null || NormalizedText.same(column, inHash)
                ? null
                : "the row is scrambled: its %s column says \"%s\" and its hardware hash says \"%s\""
                        .formatted(what, column, inHash);
    }
}
