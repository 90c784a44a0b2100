@NullMarked
package dev.rollcall.benchmarks.portal;

import org.jspecify.annotations.NullMarked;
