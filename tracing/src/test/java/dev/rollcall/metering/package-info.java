@NullMarked
package dev.rollcall.metering;

import org.jspecify.annotations.NullMarked;
