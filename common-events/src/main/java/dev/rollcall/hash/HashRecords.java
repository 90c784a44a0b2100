package dev.rollcall.hash;

import dev.rollcall.identity.DeviceTuple;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The records of one block, found by walking it once and read in place. Of a repeated type the first counts.
final class HashRecords {
    private static final int RECORD_HEADER = 4;
    private static final int TOOL = 1;
    private static final int SMBIOS_UUID = 12;
    private static final int SERIAL_NUMBER = 14;
    private static final int MANUFACTURER = 16;
    private static final int MODEL = 17;
    private static final int PRODUCT_KEY_ID = 24;
    private static final int KNOWN_TYPES = 32;
    private static final int CAPTURE_TIME_OFFSET = 16;
    private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final byte[] block;
    private final int[] offsets = new int[KNOWN_TYPES];

    private HashRecords(byte[] block) {
        this.block = block;
    }

    /// The records in `[from, to)`, or null where they do not tile it exactly.
    static @Nullable HashRecords tile(byte[] block, int from, int to) {
        var records = new HashRecords(block);
        var offset = from;
        while (offset < to) {
            var length = offset + RECORD_HEADER <= to ? u16(block, offset + 2) : 0;
            if (length < RECORD_HEADER || offset + length > to) {
                return null;
            }
            records.note(u16(block, offset), offset);
            offset += length;
        }
        return records;
    }

    static int u16(byte[] block, int offset) {
        return (block[offset] & 0xff) | (block[offset + 1] & 0xff) << 8;
    }

    @Nullable
    DeviceTuple device() {
        var manufacturer = text(MANUFACTURER);
        var model = text(MODEL);
        var serialNumber = text(SERIAL_NUMBER);
        return manufacturer == null || model == null || serialNumber == null
                ? null
                : new DeviceTuple(manufacturer, model, serialNumber);
    }

    /// Names what [#device()] did not find.
    String missing() {
        if (text(SERIAL_NUMBER) == null) {
            return "a serial number";
        }
        return text(MANUFACTURER) == null ? "a manufacturer" : "a model";
    }

    @Nullable
    String productKeyId() {
        return text(PRODUCT_KEY_ID);
    }

    @Nullable
    UUID smbiosUuid() {
        if (length(SMBIOS_UUID) != 16) {
            return null;
        }
        var payload = payload(SMBIOS_UUID);
        var first = Integer.toUnsignedLong(payload.getInt());
        var second = Short.toUnsignedLong(payload.getShort());
        var third = Short.toUnsignedLong(payload.getShort());
        var most = first << 32 | second << 16 | third;
        return new UUID(most, payload.order(ByteOrder.BIG_ENDIAN).getLong());
    }

    @Nullable
    Instant capturedAt() {
        if (length(TOOL) < CAPTURE_TIME_OFFSET + Integer.BYTES) {
            return null;
        }
        var payload = payload(TOOL);
        var seconds = Integer.toUnsignedLong(payload.getInt(payload.position() + CAPTURE_TIME_OFFSET));
        return Instant.ofEpochSecond(EPOCH_2000 + seconds);
    }

    private void note(int type, int offset) {
        if (type < KNOWN_TYPES && offsets[type] == 0) {
            offsets[type] = offset;
        }
    }

    private int length(int type) {
        return offsets[type] == 0 ? 0 : u16(block, offsets[type] + 2) - RECORD_HEADER;
    }

    private ByteBuffer payload(int type) {
        return ByteBuffer.wrap(block, offsets[type] + RECORD_HEADER, length(type))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private @Nullable String text(int type) {
        var start = offsets[type] + RECORD_HEADER;
        var length = 0;
        while (length < length(type) && block[start + length] != 0) {
            length++;
        }
        var text = new String(block, start, length, StandardCharsets.UTF_8);
        return text.isBlank() ? null : text;
    }
}
