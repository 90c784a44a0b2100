/// The floor under every pipeline on this machine: only the work that can't be avoided, on the same bytes and the same
/// Kafka and PostgreSQL. No HTTP, no check, no JSON, no index.
@NullMarked
package dev.rollcall.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
