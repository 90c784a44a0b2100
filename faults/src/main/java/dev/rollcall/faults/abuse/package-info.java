/// Attacks on running services, each bounded in count and time, and an honest caller who must not notice.
@NullMarked
package dev.rollcall.faults.abuse;

import org.jspecify.annotations.NullMarked;
