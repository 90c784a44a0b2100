/// How much one party may ask of a process, and how slowly it may send: so that nobody takes what is everybody's.
@NullMarked
package dev.rollcall.access.limits;

import org.jspecify.annotations.NullMarked;
