/// Opens the server for tests that must reach behind the API.
@NullMarked
package dev.rollcall.standalone.server;

import org.jspecify.annotations.NullMarked;
