package dev.rollcall.upload.reading;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// Finds the place where the quoting of a CSV text breaks, after the parser has given up on it.
final class QuoteScan {
    private final char separator;
    private State state = State.FIELD_START;
    private long line = 1;
    private long column;
    private boolean afterReturn;
    private long openLine;
    private long openColumn;
    private int open;

    private QuoteScan(char separator) {
        this.separator = separator;
    }

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        CLOSED,
        BROKEN
    }

    record Finding(long line, long column, String message) {}

    /// The first quote that is not closed within `limit` characters, or text right behind a closing quote; null where
    /// all quotes are in order.
    static @Nullable Finding run(Reader text, char separator, int limit) throws IOException {
        var scan = new QuoteScan(separator);
        for (var c = text.read(); c >= 0; c = text.read()) {
            scan.accept((char) c);
            if (scan.state == State.BROKEN) {
                return new Finding(scan.line, scan.column, "text follows a closing quote");
            }
            if (scan.open > limit) {
                return scan.neverClosed();
            }
        }
        return scan.state == State.QUOTED ? scan.neverClosed() : null;
    }

    private void accept(char c) {
        column++;
        state = next(c);
        open = state == State.QUOTED ? open + 1 : 0;
        countLine(c);
    }

    private State next(char c) {
        var fieldEnd = c == separator || c == '\n' || c == '\r';
        return switch (state) {
            case FIELD_START -> fieldEnd || c == ' ' ? State.FIELD_START : c == '"' ? opened() : State.UNQUOTED;
            case UNQUOTED -> fieldEnd ? State.FIELD_START : State.UNQUOTED;
            case QUOTED -> c == '"' ? State.CLOSED : State.QUOTED;
            case CLOSED -> fieldEnd ? State.FIELD_START : afterQuote(c);
            case BROKEN -> State.BROKEN;
        };
    }

    private State opened() {
        openLine = line;
        openColumn = column;
        return State.QUOTED;
    }

    private static State afterQuote(char c) {
        return switch (c) {
            case '"' -> State.QUOTED;
            case ' ' -> State.CLOSED;
            default -> State.BROKEN;
        };
    }

    private void countLine(char c) {
        var lineEnd = c == '\r' || (c == '\n' && !afterReturn);
        line += lineEnd ? 1 : 0;
        column = c == '\r' || c == '\n' ? 0 : column;
        afterReturn = c == '\r';
    }

    private Finding neverClosed() {
        return new Finding(openLine, openColumn, "this quote is never closed");
    }
}
