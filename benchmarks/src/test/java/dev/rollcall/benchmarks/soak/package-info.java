/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
