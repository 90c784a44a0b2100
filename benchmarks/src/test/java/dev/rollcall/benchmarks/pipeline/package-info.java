/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
