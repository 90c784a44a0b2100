package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.ServerProcess;
import java.io.IOException;

/// Where a service is reached, and where its health is.
public record ServicePorts(int port, int management) {

    public static ServicePorts two() throws IOException {
        return new ServicePorts(ServerProcess.freePort(), ServerProcess.freePort());
    }

    public static ServicePorts one() throws IOException {
        var port = ServerProcess.freePort();
        return new ServicePorts(port, port);
    }
}
