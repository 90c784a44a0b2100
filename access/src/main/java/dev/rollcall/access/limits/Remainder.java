package dev.rollcall.access.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/// What a refused request still sends: read and forgotten, for a second and two megabytes at the most, and no longer
/// than it keeps coming.
final class Remainder implements ApplicationBufferHandler {
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST_BYTES = 2 << 20;
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Request exchange;
    private @Nullable ByteBuffer last;
    private long passed;

    Remainder(Request exchange) {
        this.exchange = exchange;
    }

    void drain() throws IOException {
        var start = System.nanoTime();
        var heard = start;
        for (var now = start; now - start < MOST_NANOS && now - heard < SILENCE_NANOS; now = System.nanoTime()) {
            exchange.action(ActionCode.AVAILABLE, true);
            if (exchange.getAvailable() <= 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (isOver(exchange.getInputBuffer().doRead(this))) {
                return;
            } else {
                heard = now;
            }
        }
    }

    private boolean isOver(int read) {
        passed += read;
        return read < 0 || passed > MOST_BYTES;
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
