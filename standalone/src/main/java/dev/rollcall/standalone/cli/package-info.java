/// The `rollcall` command: what people type, and what they read.
@NullMarked
package dev.rollcall.standalone.cli;

import org.jspecify.annotations.NullMarked;
