/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.report;

import org.jspecify.annotations.NullMarked;
