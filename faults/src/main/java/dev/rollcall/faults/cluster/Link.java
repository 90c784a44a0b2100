package dev.rollcall.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// A way over TCP to a port of this machine, that can be cut, stalled and slowed down. The port is asked for at each
/// connection, so what it leads to may move.
public final class Link implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final IntSupplier destination;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Gate gate = new Gate();

    private Link(IntSupplier destination, ServerSocket entrance) {
        this.destination = destination;
        this.entrance = entrance;
    }

    public static Link to(IntSupplier destination) {
        try {
            var link = new Link(destination, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("link").start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /// Connections break, and none comes about any more.
    public void cut() {
        gate.cut();
        sockets.forEach(Link::close);
    }

    /// Connections stay, and nothing arrives by them.
    public void stall() {
        gate.stall();
    }

    /// Whatever is sent arrives so much later.
    public void delay(Duration by) {
        gate.delay(by);
    }

    public void heal() {
        gate.open();
    }

    @Override
    public void close() {
        cut();
        close(entrance);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException _) {
                // The entrance was closed, or whoever knocked has gone.
            }
        }
    }

    private void connect(Socket near) {
        sockets.add(near);
        Thread.ofVirtual().name("connection").start(() -> {
            try (near;
                    var far = new Socket()) {
                if (gate.isCut()) {
                    return;
                }
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), destination.getAsInt()));
                sockets.add(far);
                carry(near, far);
                sockets.remove(far);
            } catch (IOException | RuntimeException _) {
                // Nobody is there: the near end is told by its connection's end.
            } finally {
                sockets.remove(near);
            }
        });
    }

    private void carry(Socket near, Socket far) {
        var back = Thread.ofVirtual().name("connection back").start(() -> gate.pass(far, near));
        gate.pass(near, far);
        try {
            back.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // It is of no use any more.
        }
    }
}
