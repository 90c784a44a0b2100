/// What every service tells of events on their way in the same words: how far behind its consumers are, and how long
/// ago an event's cause was accepted.
@NullMarked
package dev.rollcall.metering;

import org.jspecify.annotations.NullMarked;
