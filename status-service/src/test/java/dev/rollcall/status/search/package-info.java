@NullMarked
package dev.rollcall.status.search;

import org.jspecify.annotations.NullMarked;
