/// The rules: the state of a device at an instant, and the words for states and errors. Plain Java.
@NullMarked
package dev.rollcall.status.state;

import org.jspecify.annotations.NullMarked;
