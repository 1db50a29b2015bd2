package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A partner's endpoint: keeps what it receives, answers 200, and can be down or keep a request waiting. */
public final class Receiver implements AutoCloseable {

    private final int port = ReceiverPorts.next();
    private final List<Webhook> secrets = new CopyOnWriteArrayList<>();
    private final List<String> accessTokens = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean repeating;
    private HttpServer server;

    public static Receiver up() {
        return new Receiver().start();
    }

    /** Nothing listens on its port until {@link #start()}. */
    public static Receiver down() {
        return new Receiver();
    }

    public Receiver start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks", this::receive);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return this;
    }

    /** Requests get no answer from now on, until {@link #answerAgain()}. */
    public void keepWaiting() {
        gate = new CountDownLatch(1);
    }

    public void answerAgain() {
        gate.countDown();
    }

    /** From now on it answers with what it was sent, as some do that echo for debugging. */
    public void repeatWhatItReceives() {
        repeating = true;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/webhooks";
    }

    void trust(String secret, String accessToken) {
        try {
            secrets.add(new Webhook(secret));
            accessTokens.add(accessToken);
        } catch (Exception e) {
            throw new AssertionError("The library does not accept the secret", e);
        }
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> of(String bookingId) {
        return received.stream().filter(webhook -> webhook.bookingId().equals(bookingId)).toList();
    }

    /** Waits for the first webhook of a booking. */
    public Received awaitBooking(String bookingId) {
        Patience.await("webhook of booking " + bookingId).until(() -> !of(bookingId).isEmpty());
        return of(bookingId).get(0);
    }

    /** Verifies as a partner does: with the library published by the Standard Webhooks project. */
    public void verify(Received webhook) {
        assertThat(secrets).as("secrets that verify %s", webhook.id()).anyMatch(secret -> webhook.isSignedWith(secret));
        assertThat(accessTokens).as("access tokens").contains(webhook.header("authorization").replace("Bearer ", ""));
    }

    @Override
    public void close() {
        answerAgain();
        if (server != null) {
            server.stop(0);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(), header -> header.getValue().get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        received.add(new Received(headers, body));
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(200, repeating ? body.length : -1);
        if (repeating) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
