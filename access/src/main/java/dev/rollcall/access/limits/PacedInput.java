package dev.rollcall.access.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// A body that ends in a timeout when it comes too slowly. For Tomcat that is the same as a sender who fell silent: it
/// gives up the request and answers 408.
final class PacedInput implements InputBuffer {
    private final InputBuffer body;
    private final Pace pace;

    PacedInput(InputBuffer body, Pace pace) {
        this.body = body;
        this.pace = pace;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        var start = System.nanoTime();
        var read = body.doRead(handler);
        pace.came(Math.max(read, 0), System.nanoTime() - start);
        if (read >= 0 && pace.isTooSlow()) {
            throw new SocketTimeoutException("the body comes too slowly");
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }
}
