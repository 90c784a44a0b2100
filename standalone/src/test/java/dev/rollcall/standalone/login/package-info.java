/// The login page.
@NullMarked
package dev.rollcall.standalone.login;

import org.jspecify.annotations.NullMarked;
