/// The worker: takes requests from the lanes and turns each into exactly one outcome.
@NullMarked
package dev.rollcall.registration;

import org.jspecify.annotations.NullMarked;
