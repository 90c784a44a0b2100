/// From events to rows: listeners, what each event changes, and the set-based writers.
@NullMarked
package dev.rollcall.status.projection;

import org.jspecify.annotations.NullMarked;
