package dev.rollcall.status.projection;

import dev.rollcall.events.Event;
import java.util.List;

/// What one stream changes in the tables.
interface Projection {

    /// Writes the events of one poll within the caller's transaction. The answer is how many of them changed
    /// something; the others were known before.
    int project(List<Event> events);

    /// What can only be done right once the poll is there for everybody to see; as repeatable as the projection.
    default void settle(List<Event> events) {}
}
