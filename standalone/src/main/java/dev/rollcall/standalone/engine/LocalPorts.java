package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports on the loopback address.
public final class LocalPorts {
    public static final String ADDRESS = "127.0.0.1";

    private LocalPorts() {}

    /// One that nobody listens on at this moment.
    public static int free() {
        return probe(0);
    }

    /// `wanted` if nobody listens on it, a free one if it is 0.
    public static int require(int wanted) {
        return probe(wanted);
    }

    private static int probe(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("port " + port + " on " + ADDRESS + " is in use or not allowed", e);
        }
    }
}
