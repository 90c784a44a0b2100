/// The body of a request on disk: received, unpacked, and gone again when the request ends, however it ends.
@NullMarked
package dev.rollcall.upload.spool;

import org.jspecify.annotations.NullMarked;
