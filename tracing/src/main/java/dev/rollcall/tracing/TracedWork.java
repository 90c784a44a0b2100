package dev.rollcall.tracing;

import org.apache.kafka.common.header.Headers;

/// Work on the records of one poll. What comes of a record belongs to the record's trace.
public interface TracedWork extends AutoCloseable {

    /// For a process that traces nothing.
    TracedWork NONE = new TracedWork() {
        @Override
        public void carryOn(Headers headers) {}

        @Override
        public void failed(Throwable cause) {}

        @Override
        public void close() {}
    };

    /// Lets an event that has the mark of its cause among its headers point to this work instead.
    void carryOn(Headers headers);

    void failed(Throwable cause);

    @Override
    void close();
}
