@NullMarked
package dev.rollcall.things;

import org.jspecify.annotations.NullMarked;
