/// The rules that the whole module keeps.
@NullMarked
package dev.rollcall.standalone;

import org.jspecify.annotations.NullMarked;
