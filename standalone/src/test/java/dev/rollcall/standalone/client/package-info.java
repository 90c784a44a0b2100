/// The client's own parts, without a server.
@NullMarked
package dev.rollcall.standalone.client;

import org.jspecify.annotations.NullMarked;
