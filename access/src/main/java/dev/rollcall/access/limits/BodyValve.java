package dev.rollcall.access.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Watches over the body of every request, whoever reads it. Slow ones are cut off; what a refused request still sends
/// is awaited for a moment, so that its sender gets to read the answer, and then the connection is closed. Tomcat by
/// itself would wait for it as long as a byte comes now and then, on a thread that everybody needs.
final class BodyValve extends ValveBase {
    private final Supplier<Pace> paces;

    BodyValve(Supplier<Pace> paces) {
        super(true);
        this.paces = paces;
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
            response.finishResponse();
            leave(request);
        }
    }

    private static void leave(Request request) throws IOException {
        var exchange = request.getCoyoteRequest();
        // Who waits for our consent, and got a refusal, sends nothing any more.
        if (exchange.getErrorException() == null && !exchange.hasExpectation()) {
            new Remainder(exchange).drain();
        }
        if (!request.isFinished()) {
            exchange.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
