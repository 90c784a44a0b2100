/// Every write from outside: a body is spooled to disk, read twice, and becomes one event per device.
@NullMarked
package dev.rollcall.upload;

import org.jspecify.annotations.NullMarked;
