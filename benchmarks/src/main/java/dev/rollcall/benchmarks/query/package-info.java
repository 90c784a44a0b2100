/// How fast a tenant's devices can be listed, counted and exported where there are millions.
@NullMarked
package dev.rollcall.benchmarks.query;

import org.jspecify.annotations.NullMarked;
