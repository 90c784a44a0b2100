/// Clients that register, race, release, report and ask, all the while.
@NullMarked
package dev.rollcall.faults.load;

import org.jspecify.annotations.NullMarked;
