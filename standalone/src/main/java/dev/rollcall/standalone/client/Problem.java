package dev.rollcall.standalone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused (RFC 9457), and where in which file the faults are.
public record Problem(
        @Nullable String title,
        @Nullable String detail,
        int status,
        @Nullable List<Place> errors) {

    /// Lines and columns count from 1; null where the fault has no such place.
    public record Place(
            @Nullable String file,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable String message) {

        /// As compilers write it: `file:line:column: message`.
        @Override
        public String toString() {
            var place = new StringBuilder(file == null ? "" : file + ":");
            if (line != null) {
                place.append(line).append(':').append(column == null ? "" : column + ":");
            }
            return place.isEmpty() ? String.valueOf(message) : place + " " + message;
        }
    }

    public List<Place> places() {
        return errors == null ? List.of() : errors;
    }

    public String headline() {
        var words = title == null ? "The server refused the request" : title;
        return words + " (" + status + ")" + (detail == null || detail.equals(title) ? "" : ": " + detail);
    }
}
