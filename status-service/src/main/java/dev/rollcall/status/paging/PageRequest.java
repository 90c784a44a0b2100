package dev.rollcall.status.paging;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How many items from where on; no cursor is from the beginning.
public record PageRequest(int limit, Optional<Cursor> after) {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    /// What the parameters of a list turned out to be.
    public sealed interface Reading {

        record Valid(PageRequest page) implements Reading {}

        record Invalid(InvalidParameter problem) implements Reading {}
    }

    /// `fits` tells whether a cursor's place is one of the list's: its digest is no secret, so it can be forged.
    public static Reading read(@Nullable String limit, @Nullable String cursor, String query, Predicate<Cursor> fits) {
        var size = limit == null ? Optional.of(DEFAULT_LIMIT) : number(limit);
        if (size.isEmpty()) {
            return new Reading.Invalid(
                    new InvalidParameter("limit", "limit must be a number from 1 to " + MAX_LIMIT + "."));
        }
        if (cursor == null) {
            return new Reading.Valid(new PageRequest(size.get(), Optional.empty()));
        }
        var after = Cursor.decode(cursor, query).filter(fits);
        return after.isPresent()
                ? new Reading.Valid(new PageRequest(size.get(), after))
                : new Reading.Invalid(InvalidParameter.cursor());
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number >= 1 && number <= MAX_LIMIT)
                : Optional.empty();
    }
}
