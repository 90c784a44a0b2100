package dev.rollcall.status.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list. `total` is how many there were when the walk began, or where that was not counted to the end, at
/// least how many; `nextCursor` is null on the last page.
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsMinimum) {

    /// The page that begins with what was `found`: up to `limit` items, and one more where another page follows. The
    /// cursor is that of the page's last item.
    public static <T> Page<T> of(List<T> found, int limit, long total, Function<T, String> cursor) {
        return found.size() > limit
                ? new Page<>(List.copyOf(found.subList(0, limit)), cursor.apply(found.get(limit - 1)), total, false)
                : new Page<>(found, null, total, false);
    }

    public <S> Page<S> map(Function<T, S> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, total, totalIsMinimum);
    }

    public Page<T> withMinimum(boolean isMinimum) {
        return new Page<>(items, nextCursor, total, isMinimum);
    }
}
