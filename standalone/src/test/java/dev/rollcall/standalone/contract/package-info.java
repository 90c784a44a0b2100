/// What is promised to the outside, held against the code from both sides.
@NullMarked
package dev.rollcall.standalone.contract;

import org.jspecify.annotations.NullMarked;
