/// How long a built Rollcall takes from its command to its readiness, on a new data directory and on a used one.
@NullMarked
package dev.rollcall.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
