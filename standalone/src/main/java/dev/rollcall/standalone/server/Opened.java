package dev.rollcall.standalone.server;

import dev.rollcall.standalone.engine.StartFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been opened so far, to be closed in the opposite order. One that fails to close does
/// not keep the others open.
final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private boolean closed;

    /// What is opened too late, while everything is being closed, is closed at once.
    <T extends AutoCloseable> T keep(T resource) {
        if (!push(resource)) {
            close(resource);
            throw new StartFailure("stopped before the start was complete");
        }
        return resource;
    }

    @Override
    public void close() {
        var next = pop();
        while (next != null) {
            close(next);
            next = pop();
        }
    }

    private synchronized boolean push(AutoCloseable resource) {
        if (!closed) {
            resources.push(resource);
        }
        return !closed;
    }

    private synchronized @Nullable AutoCloseable pop() {
        closed = true;
        return resources.poll();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("resource", resource.getClass().getSimpleName())
                    .log("not closed cleanly");
        }
    }
}
