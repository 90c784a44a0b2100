/// The OA3 "4K" hardware hash: its layout, its validation ladder and the facts it holds.
@NullMarked
package dev.rollcall.hash;

import org.jspecify.annotations.NullMarked;
