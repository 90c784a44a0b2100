/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
