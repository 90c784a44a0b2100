package dev.rollcall.tracing;

import org.apache.kafka.common.header.Headers;

/// Work on the records of one poll. What comes of a record belongs to the record's trace.
@FunctionalInterface
public interface TracedWork {

    /// For what is in no trace.
    TracedWork NONE = _ -> {};

    /// Lets an event that has the mark of its cause among its headers point to this work instead.
    void carryOn(Headers headers);
}
