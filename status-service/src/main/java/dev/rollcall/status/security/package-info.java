/// Who calls, and what the caller may see.
@NullMarked
package dev.rollcall.status.security;

import org.jspecify.annotations.NullMarked;
