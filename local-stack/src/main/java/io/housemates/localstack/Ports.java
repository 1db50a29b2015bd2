package io.housemates.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Which loopback ports are free, asked before a server is started on one. */
final class Ports {

    private Ports() {
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }

    /** Tries all addresses, not just loopback: the services listen on all of them. */
    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port in TIME_WAIT after a run that just ended is free for everyone who is going to use it.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
