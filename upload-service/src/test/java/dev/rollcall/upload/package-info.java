/// The service as a whole: over real HTTP, on a real Kafka and a real PostgreSQL.
@NullMarked
package dev.rollcall.upload;

import org.jspecify.annotations.NullMarked;
