package dev.rollcall.upload.reading;

import dev.rollcall.upload.reading.Refusal.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with an upload, up to a hundred problems; after that nobody reads on.
final class Problems {
    private static final int LIMIT = 100;

    private final List<Problem> found = new ArrayList<>();
    private Kind gravest = Kind.UNREADABLE;
    private @Nullable Limit passed;

    void add(Problem problem) {
        add(Kind.UNREADABLE, problem);
    }

    void add(Kind kind, Problem problem) {
        if (found.size() < LIMIT) {
            found.add(problem);
            gravest = kind.compareTo(gravest) > 0 ? kind : gravest;
        }
    }

    void tooLarge(Limit limit, Problem problem) {
        add(Kind.TOO_LARGE, problem);
        passed = limit;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() >= LIMIT;
    }

    Refusal toRefusal() {
        return new Refusal(gravest, found, passed);
    }
}
