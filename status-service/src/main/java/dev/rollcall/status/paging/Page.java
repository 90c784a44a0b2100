package dev.rollcall.status.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list. `total` is how many there were when the walk began; `nextCursor` is null on the last page.
public record Page<T>(List<T> items, @Nullable String nextCursor, long total) {}
