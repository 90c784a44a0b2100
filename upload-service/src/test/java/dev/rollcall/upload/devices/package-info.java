@NullMarked
package dev.rollcall.upload.devices;

import org.jspecify.annotations.NullMarked;
