/// Breaks a running cluster on purpose, with a checker that knows every call.
@NullMarked
package dev.rollcall.faults;

import org.jspecify.annotations.NullMarked;
