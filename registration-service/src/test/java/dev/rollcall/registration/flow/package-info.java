/// What splits and reads a poll, tested alone.
@NullMarked
package dev.rollcall.registration.flow;

import org.jspecify.annotations.NullMarked;
