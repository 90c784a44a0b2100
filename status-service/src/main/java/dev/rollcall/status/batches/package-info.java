/// Batches, their progress and their rows.
@NullMarked
package dev.rollcall.status.batches;

import org.jspecify.annotations.NullMarked;
