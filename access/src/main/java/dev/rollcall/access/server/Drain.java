package dev.rollcall.access.server;

import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Between the moment at which the process is told to end, and is ready no more, and the moment at which it takes no
/// more connections, it goes on answering for a while: whoever spreads the calls learns only then that it is not to
/// get any.
@Component
final class Drain implements SmartLifecycle {
    private final ServerProperties properties;
    private volatile boolean running;
    private volatile boolean leaving;

    Drain(ServerProperties properties) {
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        leaving = false;
    }

    @Override
    public void stop() {
        leaving = true;
        running = false;
        LockSupport.parkNanos(properties.drain().toNanos());
    }

    boolean isLeaving() {
        return leaving;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Started last and stopped first: before the web server, and before what it needs for its answers.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
