/// Cursors: how a list is walked without offsets.
@NullMarked
package dev.rollcall.status.paging;

import org.jspecify.annotations.NullMarked;
