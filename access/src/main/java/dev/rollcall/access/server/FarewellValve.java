package dev.rollcall.access.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Whatever a process answers while it is leaving is the last answer of its connection: the caller's next one leads to
/// a process that stays. On a connection that was kept it would find the door closed.
final class FarewellValve extends ValveBase {
    private final BooleanSupplier leaving;

    FarewellValve(BooleanSupplier leaving) {
        super(true);
        this.leaving = leaving;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (leaving.getAsBoolean()) {
            response.setHeader("Connection", "close");
        }
        getNext().invoke(request, response);
    }
}
