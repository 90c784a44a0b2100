package dev.rollcall.standalone.client;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused (RFC 9457), and where in which file the faults are. `relationshipId` is
/// that of the relationship which it is about, if any.
public record Problem(
        @Nullable URI type,
        @Nullable String title,
        @Nullable String detail,
        int status,
        @Nullable List<Place> errors,
        @Nullable String relationshipId) {

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

    /// The stable name of the problem.
    public String name() {
        var path = type == null ? null : type.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    public List<Place> places() {
        return errors == null ? List.of() : errors;
    }

    public String headline() {
        var words = title == null ? "The server refused the request" : title;
        return words + " (" + status + ")" + (detail == null || detail.equals(title) ? "" : ": " + detail);
    }
}
