/// What stays on disk, and what does not.
@NullMarked
package dev.rollcall.upload.spool;

import org.jspecify.annotations.NullMarked;
