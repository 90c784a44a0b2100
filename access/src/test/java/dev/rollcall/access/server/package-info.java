@NullMarked
package dev.rollcall.access.server;

import org.jspecify.annotations.NullMarked;
