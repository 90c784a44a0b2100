@NullMarked
package dev.rollcall.upload.batch;

import org.jspecify.annotations.NullMarked;
