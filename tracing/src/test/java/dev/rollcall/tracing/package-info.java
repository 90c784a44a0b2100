@NullMarked
package dev.rollcall.tracing;

import org.jspecify.annotations.NullMarked;
