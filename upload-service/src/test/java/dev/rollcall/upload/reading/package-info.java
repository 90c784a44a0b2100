/// The reading of files, by cases that quote their source and by properties.
@NullMarked
package dev.rollcall.upload.reading;

import org.jspecify.annotations.NullMarked;
