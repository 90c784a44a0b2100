/// The worker on real engines, and what its tests share.
@NullMarked
package dev.rollcall.registration;

import org.jspecify.annotations.NullMarked;
