/// A part of a text, looked for among the texts of a tenant's devices: blocks of them, each with the set of its
/// trigrams.
@NullMarked
package dev.rollcall.status.search;

import org.jspecify.annotations.NullMarked;
