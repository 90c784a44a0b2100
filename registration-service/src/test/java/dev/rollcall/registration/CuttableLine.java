package dev.rollcall.registration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP line to a local port that can be cut and mended, as when a server goes away and comes
/// back.
final class CuttableLine implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CuttableLine(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        cut = true;
        ends.forEach(CuttableLine::hangUp);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        ends.add(caller);
        if (cut) {
            caller.close();
            return;
        }
        var callee = new Socket(InetAddress.getLoopbackAddress(), target);
        ends.add(callee);
        Thread.startVirtualThread(() -> pass(caller, callee));
        Thread.startVirtualThread(() -> pass(callee, caller));
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException _) {
            hangUp(to);
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
