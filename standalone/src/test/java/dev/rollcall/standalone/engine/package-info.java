/// The engines, started and stopped for real.
@NullMarked
package dev.rollcall.standalone.engine;

import org.jspecify.annotations.NullMarked;
