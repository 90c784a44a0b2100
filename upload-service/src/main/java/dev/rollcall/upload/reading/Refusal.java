package dev.rollcall.upload.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a whole upload is refused: its kind, the problems found, at most a hundred, and the limit where one was passed.
public record Refusal(
        Kind kind, List<Problem> problems, @Nullable Limit limit) {

    /// From the mildest to the gravest; an upload with problems of several kinds is refused for the gravest.
    public enum Kind {
        /// Well formed as a message, but not the files or devices that are asked for.
        UNREADABLE,
        /// Not the format it claims to be.
        MALFORMED,
        /// More rows, bytes or files than are taken at once.
        TOO_LARGE,
        /// Its sender went away or was too slow.
        BROKEN_OFF,
        /// No fault of the upload: there is no room for it on our disk.
        NO_ROOM
    }

    public Refusal {
        problems = List.copyOf(problems);
    }

    public static Refusal of(Kind kind, Problem problem) {
        return new Refusal(kind, List.of(problem), null);
    }

    public static Refusal tooLarge(Limit limit, Problem problem) {
        return new Refusal(Kind.TOO_LARGE, List.of(problem), limit);
    }
}
