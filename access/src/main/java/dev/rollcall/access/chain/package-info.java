/// The filter chains of a process: management, the calls of the rule tables, and nothing else.
@NullMarked
package dev.rollcall.access.chain;

import org.jspecify.annotations.NullMarked;
