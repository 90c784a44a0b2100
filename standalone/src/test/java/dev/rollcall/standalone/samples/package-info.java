/// Makes the sample files, and keeps the ones in the repository equal to what it makes.
@NullMarked
package dev.rollcall.standalone.samples;

import org.jspecify.annotations.NullMarked;
