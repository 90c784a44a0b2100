/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.fairness;

import org.jspecify.annotations.NullMarked;
