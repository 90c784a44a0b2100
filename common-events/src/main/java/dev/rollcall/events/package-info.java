/// The events all services speak, the topics they travel on, and their wire format.
@NullMarked
package dev.rollcall.events;

import org.jspecify.annotations.NullMarked;
