package dev.rollcall.standalone.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on the loopback address, for servers that will listen some seconds later. Free ones lie below those that the
/// usual systems give to outgoing connections (from 32768 on): one of these could else be taken before the server is
/// there. None is given twice.
public final class LocalPorts {
    public static final String ADDRESS = "127.0.0.1";

    private static final int FIRST = 15_000;
    private static final int BEHIND_LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private LocalPorts() {}

    /// One that nobody listens on at this moment.
    public static int free() {
        for (var attempt = FIRST; attempt < BEHIND_LAST; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new StartFailure("no port from " + FIRST + " to " + (BEHIND_LAST - 1) + " on " + ADDRESS + " is free");
    }

    /// `wanted` if nobody listens on it, a free one if it is 0.
    public static int require(int wanted) {
        if (wanted == 0) {
            return free();
        }
        try {
            listenOn(wanted);
            return wanted;
        } catch (IOException e) {
            throw new StartFailure("port " + wanted + " on " + ADDRESS + " is in use or not allowed", e);
        }
    }

    private static boolean isFree(int port) {
        try {
            listenOn(port);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void listenOn(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
