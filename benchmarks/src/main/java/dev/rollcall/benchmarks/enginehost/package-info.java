/// A process with standalone's Kafka and PostgreSQL and nothing else, for services that run on their own.
@NullMarked
package dev.rollcall.benchmarks.enginehost;

import org.jspecify.annotations.NullMarked;
