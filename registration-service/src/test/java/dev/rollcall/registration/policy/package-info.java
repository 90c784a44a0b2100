/// The rules, tested alone.
@NullMarked
package dev.rollcall.registration.policy;

import org.jspecify.annotations.NullMarked;
