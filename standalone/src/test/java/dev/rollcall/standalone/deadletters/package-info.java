@NullMarked
package dev.rollcall.standalone.deadletters;

import org.jspecify.annotations.NullMarked;
