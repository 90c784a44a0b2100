@NullMarked
package dev.rollcall.access.chain;

import org.jspecify.annotations.NullMarked;
