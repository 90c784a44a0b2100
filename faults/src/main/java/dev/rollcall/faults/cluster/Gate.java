package dev.rollcall.faults.cluster;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How what is sent over a link gets through at this moment.
final class Gate {
    private static final int CHUNK = 64 << 10;

    private volatile Duration delay = Duration.ZERO;
    private boolean stalled;
    private volatile boolean cut;

    synchronized void open() {
        delay = Duration.ZERO;
        cut = false;
        stalled = false;
        notifyAll();
    }

    synchronized void cut() {
        cut = true;
        stalled = false;
        notifyAll();
    }

    synchronized void stall() {
        stalled = true;
    }

    void delay(Duration by) {
        delay = by;
    }

    boolean isCut() {
        return cut;
    }

    /// Copies until one of the two ends; then the other is told.
    void pass(Socket from, Socket to) {
        var chunk = new byte[CHUNK];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                await();
                out.write(chunk, 0, read);
            }
        } catch (IOException _) {
            // One of them has gone, or the link was cut.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        if (delay.isPositive()) {
            LockSupport.parkNanos(delay.toNanos());
        }
        synchronized (this) {
            while (stalled) {
                wait();
            }
        }
    }
}
