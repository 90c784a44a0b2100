/// What a party may do, and what it gets beyond that.
@NullMarked
package dev.rollcall.access.limits;

import org.jspecify.annotations.NullMarked;
