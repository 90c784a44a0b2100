/// Lists as files: who wants one, and how it is written.
@NullMarked
package dev.rollcall.status.csv;

import org.jspecify.annotations.NullMarked;
