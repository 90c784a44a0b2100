@NullMarked
package dev.rollcall.access.issuers;

import org.jspecify.annotations.NullMarked;
