/// The command as a person uses it.
@NullMarked
package dev.rollcall.standalone.cli;

import org.jspecify.annotations.NullMarked;
