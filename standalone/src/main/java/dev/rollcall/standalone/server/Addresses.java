package dev.rollcall.standalone.server;

import dev.rollcall.standalone.engine.LocalPorts;
import java.net.URI;

/// Where a running server is reached, on this machine only.
public record Addresses(int port, int managementPort) {

    /// Fails early, and in words, where a wanted port is taken.
    static Addresses choose(ServerOptions options) {
        return new Addresses(LocalPorts.require(options.port()), LocalPorts.require(options.managementPort()));
    }

    public URI api() {
        return URI.create("http://localhost:" + port);
    }

    public URI tokenEndpoint() {
        return api().resolve("/oauth2/token");
    }

    public URI management() {
        return URI.create("http://localhost:" + managementPort + "/actuator");
    }
}
