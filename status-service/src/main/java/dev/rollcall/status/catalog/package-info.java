/// The batches of suppliers, and what became of their rows.
@NullMarked
package dev.rollcall.status.catalog;

import org.jspecify.annotations.NullMarked;
