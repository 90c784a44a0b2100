/// The issuer's keys and codes.
@NullMarked
package dev.rollcall.standalone.issuer;

import org.jspecify.annotations.NullMarked;
