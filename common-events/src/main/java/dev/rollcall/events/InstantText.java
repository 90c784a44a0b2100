package dev.rollcall.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Instants as events write them, `2026-06-01T09:00:00.123456Z`: the text of [Instant#toString()], made and read
/// without a formatter. Every event has two or three, and the formatter takes longer than all the rest of a request.
///
/// ```
/// 0    5  8  11 14 17  20
/// 2026-06-01T09:00:00  .123456  Z      0, 3, 6 or 9 digits of a second
/// ```
final class InstantText {
    private static final int SECONDS_END = 19;
    private static final int MAX_LENGTH = SECONDS_END + 11;
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;

    private InstantText() {}

    /// Null where the text is of another form, which only a formatter can tell.
    static @Nullable Instant parse(String text) {
        var end = text.length() - 1;
        if (end < SECONDS_END || end >= MAX_LENGTH || text.charAt(end) != 'Z' || !isMarkedOff(text)) {
            return null;
        }
        var nanos = nanos(text, end);
        var hour = number(text, 11, 13);
        var minute = number(text, 14, 16);
        var second = number(text, 17, SECONDS_END);
        if (nanos < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        var day = epochDay(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return day == null ? null : Instant.ofEpochSecond(secondOf(day, hour, minute, second), nanos);
    }

    static String of(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        if (time.getYear() < 1000 || time.getYear() > 9999) {
            return instant.toString();
        }
        var text = new StringBuilder(MAX_LENGTH);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2);
        return fraction(text, time.getNano()).append('Z').toString();
    }

    private static boolean isMarkedOff(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static long secondOf(long day, int hour, int minute, int second) {
        return day * SECONDS_OF_DAY + (hour * 60L + minute) * 60 + second;
    }

    private static @Nullable Long epochDay(int year, int month, int dayOfMonth) {
        try {
            return year < 0 ? null : LocalDate.of(year, month, dayOfMonth).toEpochDay();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Below 0 where these are no digits.
    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        var nanos = text.charAt(SECONDS_END) == '.' && end > SECONDS_END + 1 ? number(text, SECONDS_END + 1, end) : -1;
        for (var digit = end - SECONDS_END - 1; digit < 9 && nanos > 0; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static StringBuilder fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return text;
        }
        text.append('.');
        if (nanos % NANOS_OF_MILLI == 0) {
            return digits(text, nanos / NANOS_OF_MILLI, 3);
        }
        return nanos % 1000 == 0 ? digits(text, nanos / 1000, 6) : digits(text, nanos, 9);
    }

    private static StringBuilder digits(StringBuilder text, int number, int count) {
        var divisor = 1;
        for (var i = 1; i < count; i++) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            text.append((char) ('0' + number / divisor % 10));
        }
        return text;
    }
}
