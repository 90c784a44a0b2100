/// How long a user of the portal waits, in a real browser and by its own clock: for the list of a million devices, and
/// for each thing that can be done with it.
@NullMarked
package dev.rollcall.benchmarks.portal;

import org.jspecify.annotations.NullMarked;
