/// The rules: what becomes of a request, given what is known of its device. Plain Java without
/// clock and store.
@NullMarked
package dev.rollcall.registration.policy;

import org.jspecify.annotations.NullMarked;
