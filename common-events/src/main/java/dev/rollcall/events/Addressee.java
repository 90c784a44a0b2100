package dev.rollcall.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The one reader of its topic that a record is for, by the name of its listener. Who puts a record aside says so on
/// it; when the record comes back to its topic, the others have read it already and pass it over. A record without an
/// addressee is for all.
public final class Addressee {
    private static final String HEADER = "rollcall_reader";

    private Addressee() {}

    public static void put(Headers headers, String reader) {
        headers.remove(HEADER).add(HEADER, reader.getBytes(StandardCharsets.UTF_8));
    }

    public static void remove(Headers headers) {
        headers.remove(HEADER);
    }

    public static @Nullable String of(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static boolean isAnother(Headers headers, String reader) {
        var addressee = of(headers);
        return addressee != null && !addressee.equals(reader);
    }
}
