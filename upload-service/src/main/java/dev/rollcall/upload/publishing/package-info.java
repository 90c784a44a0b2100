/// Events on their topics, acknowledged by every in-sync replica before anyone is told so.
@NullMarked
package dev.rollcall.upload.publishing;

import org.jspecify.annotations.NullMarked;
