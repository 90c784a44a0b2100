package dev.rollcall.events;

import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.identity.DeviceColumns;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of a request, with its hardware hash laid aside while JSON is written or read: a parser looks
/// at each of its 4,000 characters, of which none means anything to JSON, for most of the time that a
/// request takes.
///
/// ```
/// {"deviceId":"…","columns":{"hardwareHash":"T0Fk…4,000 characters…AAA","groupTag":"Kiosk"}}
///  head                                     ┘ the hash, copied         └ tail
/// {"deviceId":"…","columns":{"hardwareHash":"#","groupTag":"Kiosk"}}      what JSON gets to see
/// ```
///
/// What has another form than our own writer gives it takes the usual way, and comes to the same.
final class HashAside {
    private static final int WORTHWHILE = 256;
    /// Within so many bytes the field begins, however long the name of the row's file.
    private static final int HEAD = 2048;

    private static final String MARK = "#";
    private static final String FIELD = "\"hardwareHash\":\"";
    private final JsonMapper json;

    HashAside(JsonMapper json) {
        this.json = json;
    }

    /// Null where there is no hash worth it, or one that JSON must escape.
    byte @Nullable [] write(RegistrationRequested request) {
        var hash = request.columns().hardwareHash();
        if (hash == null || hash.length() < WORTHWHILE) {
            return null;
        }
        var hashBytes = hash.getBytes(StandardCharsets.UTF_8);
        if (PlainText.end(hashBytes, 0) < hashBytes.length) {
            return null;
        }
        var rest = json.writeValueAsBytes(with(request, MARK));
        var text = new String(rest, StandardCharsets.ISO_8859_1);
        var field = text.lastIndexOf(FIELD + MARK + "\"");
        return field < 0 ? null : spliced(rest, field + FIELD.length(), MARK.length(), hashBytes);
    }

    /// Null where it is to be read the usual way.
    @Nullable
    RegistrationRequested read(byte[] value) {
        var head = new String(value, 0, Math.min(value.length, HEAD), StandardCharsets.ISO_8859_1);
        var field = head.indexOf(FIELD);
        if (field < 1 || !isKey(head, field)) {
            return null;
        }
        var start = field + FIELD.length();
        var end = PlainText.end(value, start);
        var whole = end < value.length && value[end] == '"' && end - start >= WORTHWHILE;
        return whole && !isIn(value, end) ? read(value, start, end) : null;
    }

    private @Nullable RegistrationRequested read(byte[] value, int start, int end) {
        var rest = spliced(value, start, end - start, MARK.getBytes(StandardCharsets.UTF_8));
        var request = json.readValue(rest, RegistrationRequested.class);
        return request != null && MARK.equals(request.columns().hardwareHash())
                ? with(request, new String(value, start, end - start, StandardCharsets.ISO_8859_1))
                : null;
    }

    /// Whether the field is there once more.
    private static boolean isIn(byte[] value, int from) {
        return new String(value, from, value.length - from, StandardCharsets.ISO_8859_1).contains(FIELD);
    }

    /// A quote behind these begins a name, and no text ends with it.
    private static boolean isKey(String text, int field) {
        return text.charAt(field - 1) == ',' || text.charAt(field - 1) == '{';
    }

    /// `value` with the `length` bytes from `start` on replaced.
    private static byte[] spliced(byte[] value, int start, int length, byte[] replacement) {
        var result = new byte[value.length - length + replacement.length];
        System.arraycopy(value, 0, result, 0, start);
        System.arraycopy(replacement, 0, result, start, replacement.length);
        var tail = start + length;
        System.arraycopy(value, tail, result, start + replacement.length, value.length - tail);
        return result;
    }

    private static RegistrationRequested with(RegistrationRequested request, String hash) {
        var columns = request.columns();
        return new RegistrationRequested(
                request.deviceId(),
                request.requestId(),
                request.submission(),
                new DeviceColumns(
                        columns.serialNumber(),
                        columns.manufacturer(),
                        columns.model(),
                        columns.productId(),
                        hash,
                        columns.groupTag(),
                        columns.assignedUser()),
                request.fault());
    }
}
