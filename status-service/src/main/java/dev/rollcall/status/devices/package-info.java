/// The devices of a tenant: list, details, summary.
@NullMarked
package dev.rollcall.status.devices;

import org.jspecify.annotations.NullMarked;
