/// What a spooled body says: bytes become text, text becomes rows with positions, and whatever is
/// wrong with the whole becomes problems with file, line and column. Plain Java; it knows nothing
/// of HTTP, Kafka or SQL.
@NullMarked
package dev.rollcall.upload.reading;

import org.jspecify.annotations.NullMarked;
