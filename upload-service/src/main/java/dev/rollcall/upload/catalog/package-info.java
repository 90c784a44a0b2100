/// A supplier's word on which devices exist.
@NullMarked
package dev.rollcall.upload.catalog;

import org.jspecify.annotations.NullMarked;
