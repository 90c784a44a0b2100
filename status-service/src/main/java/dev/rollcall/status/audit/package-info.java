/// Who did what to a tenant's devices and relationships.
@NullMarked
package dev.rollcall.status.audit;

import org.jspecify.annotations.NullMarked;
