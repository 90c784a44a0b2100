/// All services in one Spring context on one port, between the engines below them and the command
/// above.
@NullMarked
package dev.rollcall.standalone.server;

import org.jspecify.annotations.NullMarked;
