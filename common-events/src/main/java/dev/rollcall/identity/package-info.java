/// Who and what an event is about: tenants, devices, batches, requests, and what identifies a device.
@NullMarked
package dev.rollcall.identity;

import org.jspecify.annotations.NullMarked;
