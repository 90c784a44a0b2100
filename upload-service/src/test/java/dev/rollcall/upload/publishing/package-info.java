@NullMarked
package dev.rollcall.upload.publishing;

import org.jspecify.annotations.NullMarked;
