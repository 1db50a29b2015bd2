package io.housemates.acceptance.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Listens on loopback and leaves every connection to what it is told to do with it. */
final class RawServer implements AutoCloseable {

    /** What happens on one connection; it is closed afterwards. */
    interface Behaviour {
        void on(Wire wire) throws IOException;
    }

    private final ServerSocket server;
    private final boolean tls;
    private final Behaviour behaviour;
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw server");
        thread.setDaemon(true);
        return thread;
    });

    private RawServer(ServerSocket server, boolean tls, Behaviour behaviour) {
        this.server = server;
        this.tls = tls;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    static RawServer plain(Behaviour behaviour) {
        try {
            return new RawServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), false, behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param protocol what ALPN answers; empty for none */
    static RawServer secured(SSLContext certificate, Optional<String> protocol, Behaviour behaviour) {
        try {
            var server = (SSLServerSocket) certificate.getServerSocketFactory().createServerSocket(0, 200,
                    InetAddress.getLoopbackAddress());
            protocol.ifPresent(name -> {
                var parameters = server.getSSLParameters();
                parameters.setApplicationProtocols(new String[] { name });
                server.setSSLParameters(parameters);
            });
            return new RawServer(server, true, behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port() + "/hooks";
    }

    /** For a client that is to speak TLS, whatever the server speaks. */
    String tlsUrl() {
        return "https://127.0.0.1:" + port() + "/hooks";
    }

    String plainUrl() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    /** How often somebody connected. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            behaviour.on(new Wire(socket));
        } catch (IOException theOtherSideLeft) {
            // as it should sooner or later
        }
    }
}
