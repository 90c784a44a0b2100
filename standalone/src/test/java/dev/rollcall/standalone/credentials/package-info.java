/// The credentials file.
@NullMarked
package dev.rollcall.standalone.credentials;

import org.jspecify.annotations.NullMarked;
