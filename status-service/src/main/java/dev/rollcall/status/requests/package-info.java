/// One request, for whoever supports its owner.
@NullMarked
package dev.rollcall.status.requests;

import org.jspecify.annotations.NullMarked;
