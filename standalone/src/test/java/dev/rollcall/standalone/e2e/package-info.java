/// The whole product over real HTTP, on the real engines, started once for all tests.
@NullMarked
package dev.rollcall.standalone.e2e;

import org.jspecify.annotations.NullMarked;
