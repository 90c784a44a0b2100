/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
