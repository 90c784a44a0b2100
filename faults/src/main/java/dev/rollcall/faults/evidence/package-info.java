/// Reads what each part of a cluster knows, for the checker.
@NullMarked
package dev.rollcall.faults.evidence;

import org.jspecify.annotations.NullMarked;
