/// What was asked of the cluster, what was answered, and what was done to it.
@NullMarked
package dev.rollcall.faults.history;

import org.jspecify.annotations.NullMarked;
