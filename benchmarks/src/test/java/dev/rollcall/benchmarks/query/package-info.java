/// What is measured, and how the log of PostgreSQL is read.
@NullMarked
package dev.rollcall.benchmarks.query;

import org.jspecify.annotations.NullMarked;
