package dev.rollcall.access.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// What a refused request still sends: read and forgotten, for two seconds and two megabytes at the most, and no longer
/// than it keeps coming.
final class Remainder implements ApplicationBufferHandler {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MOST_BYTES = 2 << 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Request exchange;
    private @Nullable ByteBuffer last;
    private long passed;

    Remainder(Request exchange) {
        this.exchange = exchange;
    }

    /// Without waiting for more.
    void skipWhatHasCome() throws IOException {
        while (!isOver() && hasCome()) {
            skip();
        }
    }

    /// Until nothing has come for so long.
    void drain(long silenceNanos) throws IOException {
        var start = System.nanoTime();
        var heard = start;
        for (var now = start; !isOver() && now - start < MOST_NANOS && now - heard < silenceNanos; ) {
            if (hasCome()) {
                skip();
                heard = now;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            now = System.nanoTime();
        }
    }

    private boolean isOver() {
        return exchange.isFinished() || passed > MOST_BYTES;
    }

    private boolean hasCome() {
        exchange.action(ActionCode.AVAILABLE, true);
        return exchange.getAvailable() > 0;
    }

    private void skip() throws IOException {
        passed += Math.max(exchange.getInputBuffer().doRead(this), 0);
    }

    @Override
    public void setByteBuffer(@Nullable ByteBuffer buffer) {
        last = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
        return last;
    }

    @Override
    public void expand(int size) {
        // Tomcat's own buffer is handed to us; nothing of it is kept.
    }
}
