/// Measures a running Rollcall from outside, as its users see it.
@NullMarked
package dev.rollcall.benchmarks;

import org.jspecify.annotations.NullMarked;
