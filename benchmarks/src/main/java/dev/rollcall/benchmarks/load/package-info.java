/// Batches on their way, and how to wait for them.
@NullMarked
package dev.rollcall.benchmarks.load;

import org.jspecify.annotations.NullMarked;
