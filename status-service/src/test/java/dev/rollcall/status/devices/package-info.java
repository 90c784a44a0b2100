@NullMarked
package dev.rollcall.status.devices;

import org.jspecify.annotations.NullMarked;
