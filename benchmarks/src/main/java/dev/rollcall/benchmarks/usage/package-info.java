/// What a piece of work costs: CPU time of each process, bytes in Kafka and PostgreSQL, memory. Read from outside.
@NullMarked
package dev.rollcall.benchmarks.usage;

import org.jspecify.annotations.NullMarked;
