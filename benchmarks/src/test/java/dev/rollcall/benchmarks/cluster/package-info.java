@NullMarked
package dev.rollcall.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
