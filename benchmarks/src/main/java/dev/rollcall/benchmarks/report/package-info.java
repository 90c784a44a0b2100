/// What every benchmark leaves behind: a table to read, JSON to compute with, an SVG to look at, and on which machine.
@NullMarked
package dev.rollcall.benchmarks.report;

import org.jspecify.annotations.NullMarked;
