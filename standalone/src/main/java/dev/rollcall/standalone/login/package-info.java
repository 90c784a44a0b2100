/// The page on which a user signs in, and what keeps others from guessing passwords there.
@NullMarked
package dev.rollcall.standalone.login;

import org.jspecify.annotations.NullMarked;
