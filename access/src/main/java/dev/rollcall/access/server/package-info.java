/// The web server itself: how much it takes of a request's head, and how it answers what never reaches our code.
@NullMarked
package dev.rollcall.access.server;

import org.jspecify.annotations.NullMarked;
