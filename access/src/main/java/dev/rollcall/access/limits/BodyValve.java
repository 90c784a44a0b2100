package dev.rollcall.access.limits;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Watches over the body of every request, whoever reads it. Slow ones are cut off; what a refused request still sends
/// is awaited for a moment, so that its sender gets to read the answer, and then the connection is closed. Tomcat by
/// itself would wait for it as long as a byte comes now and then, on a thread that everybody needs.
final class BodyValve extends ValveBase {
    private static final String KNOWN = BodyValve.class.getName() + ".known";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Supplier<Pace> paces;

    BodyValve(Supplier<Pace> paces) {
        super(true);
        this.paces = paces;
    }

    /// Says that the caller of the request is known by a token.
    static void know(HttpServletRequest request) {
        request.setAttribute(KNOWN, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var exchange = request.getCoyoteRequest();
        var body = exchange.getInputBuffer();
        exchange.setInputBuffer(new PacedInput(body, paces.get()));
        try {
            getNext().invoke(request, response);
        } finally {
            exchange.setInputBuffer(body);
        }
        if (!request.isAsync() && !request.isFinished()) {
            leave(request, response);
        }
    }

    private static void leave(Request request, Response response) throws IOException {
        var exchange = request.getCoyoteRequest();
        // Who waits for our consent, and got a refusal, sends nothing any more.
        var sending = exchange.getErrorException() == null && !exchange.hasExpectation();
        var remainder = new Remainder(exchange);
        if (sending && mayBeRead(request)) {
            remainder.skipWhatHasCome();
        }
        if (!request.isFinished()) {
            response.finishResponse();
            if (sending) {
                await(request, remainder);
            }
        }
        if (!request.isFinished()) {
            exchange.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static void await(Request request, Remainder remainder) throws IOException {
        if (mayBeRead(request)) {
            remainder.drain(isKnown(request) ? PATIENCE_NANOS : PAUSE_NANOS);
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean isKnown(Request request) {
        return request.getAttribute(KNOWN) != null;
    }

    /// The head of a chunk is read as a whole, however slowly its bytes come: of strangers it is not read.
    private static boolean mayBeRead(Request request) {
        return request.getCoyoteRequest().getContentLengthLong() >= 0 || isKnown(request);
    }
}
