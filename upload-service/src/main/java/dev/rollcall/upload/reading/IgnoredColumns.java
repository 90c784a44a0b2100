package dev.rollcall.upload.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names of columns that say nothing to us, for the sender to know of: each once, and of very many the first.
final class IgnoredColumns {
    private static final int MAX = 100;

    private final Set<String> names = new LinkedHashSet<>();

    void add(String name) {
        if (!name.isBlank() && names.size() < MAX) {
            names.add(ShownName.of(name));
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
