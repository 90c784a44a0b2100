package dev.rollcall.upload.catalog;

import dev.rollcall.identification.Identification;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.upload.reading.Row;
import dev.rollcall.upload.reading.RowRule;
import org.jspecify.annotations.Nullable;

/// The device that a supplier's row names, by its columns or by its hash. A row that names none spoils the file: a
/// catalog has no outcome per row in which that could be said.
final class ListedDevice {
    private static final boolean TUPLE_SUFFICES = true;

    static final RowRule RULE = ListedDevice::violation;

    private ListedDevice() {}

    static DeviceTuple of(Row row) {
        return switch (identification(row)) {
            case Identified(var device) -> device;
            case Unregistrable _ -> throw new IllegalStateException("a row that passed the check names no device");
        };
    }

    private static @Nullable String violation(Row row) {
        return switch (identification(row)) {
            case Identified _ -> null;
            case Unregistrable(var _, var reason, var _) -> reason;
        };
    }

    private static Identification identification(Row row) {
        return Identification.of(row.columns(), row.fault(), TUPLE_SUFFICES);
    }
}
