package dev.rollcall.benchmarks.services;

import dev.rollcall.standalone.engine.LocalPorts;

/// Where a service is reached, and where its health is.
public record ServicePorts(int port, int management) {

    public static ServicePorts two() {
        return new ServicePorts(LocalPorts.free(), LocalPorts.free());
    }

    public static ServicePorts one() {
        var port = LocalPorts.free();
        return new ServicePorts(port, port);
    }
}
