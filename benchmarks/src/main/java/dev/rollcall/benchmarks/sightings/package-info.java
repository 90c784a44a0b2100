/// How many sightings a second get from a report to the projection, and what they cost there.
@NullMarked
package dev.rollcall.benchmarks.sightings;

import org.jspecify.annotations.NullMarked;
