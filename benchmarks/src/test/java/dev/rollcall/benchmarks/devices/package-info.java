/// The arithmetic of the measurements.
@NullMarked
package dev.rollcall.benchmarks.devices;

import org.jspecify.annotations.NullMarked;
