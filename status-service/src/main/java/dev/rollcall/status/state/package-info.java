/// The rules: the state of a device at an instant, what an audit tells apart, and the words for
/// states and errors. Plain Java.
@NullMarked
package dev.rollcall.status.state;

import org.jspecify.annotations.NullMarked;
