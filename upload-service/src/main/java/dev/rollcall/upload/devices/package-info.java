/// What a tenant asks for devices of its list: to give them up, and to confirm steps of their delivery.
@NullMarked
package dev.rollcall.upload.devices;

import org.jspecify.annotations.NullMarked;
