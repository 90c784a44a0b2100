/// The same load for a long time, and what it leaves behind: memory, threads, files, lag.
@NullMarked
package dev.rollcall.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
