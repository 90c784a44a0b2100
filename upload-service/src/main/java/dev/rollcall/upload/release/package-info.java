/// Devices that a tenant gives up.
@NullMarked
package dev.rollcall.upload.release;

import org.jspecify.annotations.NullMarked;
