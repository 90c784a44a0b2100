/// A cluster of Kafka on this machine, and who has which part of the work in it.
@NullMarked
package dev.rollcall.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
