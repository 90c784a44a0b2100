package dev.rollcall.upload.reading;

import dev.rollcall.hash.HardwareHash;
import dev.rollcall.hash.HashReading;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.upload.reading.RecordHandler.CsvFields;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a row of a record. A record with more fields than the header has shifted fields: they count only as far as
/// they surely stand where they should.
///
/// ```
/// header  Serial Number , Product ID , Hardware Hash , Manufacturer , Model
/// record  VM-56 4d      ,            , T0Fk…         , VMware       ,  Inc. , VMware7 , 1
///         a valid hash: kept up to here ───────────┘
///         no valid hash: kept up to the first column that may hold a comma, and the row has a fault
/// ```
final class RowShape {
    private final String file;
    private final Dialect dialect;

    RowShape(String file, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    Row of(CsvFields fields) {
        if (!fields.spilled()) {
            return row(fields, fields.values(), null);
        }
        var hashPosition = dialect.header().positionOf(Column.HARDWARE_HASH);
        return hashPosition != null && hasValidHash(fields)
                ? row(fields, before(hashPosition + 1, fields.values()), null)
                : row(fields, before(dialect.header().firstUnsure(), fields.values()), fault(fields));
    }

    private static boolean hasValidHash(CsvFields fields) {
        return HardwareHash.read(fields.values().get(Column.HARDWARE_HASH)) instanceof HashReading.Valid;
    }

    private Map<Column, String> before(int position, Map<Column, String> values) {
        var kept = new EnumMap<Column, String>(Column.class);
        values.forEach((column, text) -> {
            var at = dialect.header().positionOf(column);
            if (at != null && at < position) {
                kept.put(column, text);
            }
        });
        return kept;
    }

    private String fault(CsvFields fields) {
        return fields.count() + " fields under a header of " + dialect.header().size() + ": probably an unquoted "
                + dialect.separatorName();
    }

    private Row row(CsvFields fields, Map<Column, String> values, @Nullable String fault) {
        return new Row(file, fields.line(), columns(values), fault);
    }

    static DeviceColumns columns(Map<Column, String> values) {
        return new DeviceColumns(
                values.get(Column.SERIAL_NUMBER),
                values.get(Column.MANUFACTURER),
                values.get(Column.MODEL),
                values.get(Column.PRODUCT_ID),
                values.get(Column.HARDWARE_HASH),
                values.get(Column.GROUP_TAG),
                values.get(Column.ASSIGNED_USER));
    }
}
