/// The tables as the topics tell them, after a loss of the database.
@NullMarked
package dev.rollcall.registration.restore;

import org.jspecify.annotations.NullMarked;
