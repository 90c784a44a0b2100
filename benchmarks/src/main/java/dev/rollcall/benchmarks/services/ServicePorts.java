package dev.rollcall.benchmarks.services;

import dev.rollcall.benchmarks.server.ServerProcess;
import java.io.IOException;

/// Where a service is reached, and where its health is.
record ServicePorts(int port, int management) {

    static ServicePorts two() throws IOException {
        return new ServicePorts(ServerProcess.freePort(), ServerProcess.freePort());
    }

    static ServicePorts one() throws IOException {
        var port = ServerProcess.freePort();
        return new ServicePorts(port, port);
    }
}
