/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.usage;

import org.jspecify.annotations.NullMarked;
