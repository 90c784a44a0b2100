package dev.rollcall.standalone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list; `nextCursor` leads to the next one, null is the end.
record Page<T>(List<T> items, @Nullable String nextCursor) {}
