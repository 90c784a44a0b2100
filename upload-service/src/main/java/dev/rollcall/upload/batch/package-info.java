/// A tenant's upload of devices: checked as a whole, then published row by row under an idempotency key.
@NullMarked
package dev.rollcall.upload.batch;

import org.jspecify.annotations.NullMarked;
