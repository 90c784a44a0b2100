/// What holds for all measurements.
@NullMarked
package dev.rollcall.benchmarks;

import org.jspecify.annotations.NullMarked;
