package dev.rollcall.upload.reading;

import java.util.List;

/// Why a whole upload is refused: its kind and the problems found, at most a hundred.
public record Refusal(Kind kind, List<Problem> problems) {

    /// From the mildest to the gravest; an upload with problems of several kinds is refused for the gravest.
    public enum Kind {
        /// Well formed as a message, but not the files or devices that are asked for.
        UNREADABLE,
        /// Not the format it claims to be.
        MALFORMED,
        /// More rows or bytes than are taken at once.
        TOO_LARGE
    }

    public Refusal {
        problems = List.copyOf(problems);
    }

    public static Refusal of(Kind kind, Problem problem) {
        return new Refusal(kind, List.of(problem));
    }
}
