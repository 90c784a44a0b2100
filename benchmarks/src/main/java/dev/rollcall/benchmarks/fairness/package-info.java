/// Whether small batches notice big ones, and whether tenants with big batches share.
@NullMarked
package dev.rollcall.benchmarks.fairness;

import org.jspecify.annotations.NullMarked;
