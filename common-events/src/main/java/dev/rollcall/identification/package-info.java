/// From the columns of one row to the device it means, or the reason why it means none.
@NullMarked
package dev.rollcall.identification;

import org.jspecify.annotations.NullMarked;
