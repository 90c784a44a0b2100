/// Who is calling, as the verified token says, and what they may do.
@NullMarked
package dev.rollcall.upload.security;

import org.jspecify.annotations.NullMarked;
