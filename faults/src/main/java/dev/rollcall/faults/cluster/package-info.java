/// A cluster of real processes on this machine whose parts can be ended, frozen, cut off and filled up.
@NullMarked
package dev.rollcall.faults.cluster;

import org.jspecify.annotations.NullMarked;
