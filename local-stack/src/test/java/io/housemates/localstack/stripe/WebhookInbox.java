package io.housemates.localstack.stripe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A product's webhook endpoint: verifies with stripe-java, refuses as often as it is told to, remembers what it took. */
final class WebhookInbox implements AutoCloseable {

    static final String SECRET = "whsec_inbox";

    private final List<Event> taken = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    WebhookInbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/stripe/webhooks");
    }

    void refuse(int times) {
        refusals.set(times);
    }

    List<Event> taken() {
        return taken;
    }

    List<String> types() {
        return taken.stream().map(Event::getType).toList();
    }

    List<Event> taken(String type) {
        return taken.stream().filter(event -> event.getType().equals(type)).toList();
    }

    /** Why signatures were not accepted. */
    List<String> refused() {
        return refused;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")), -1);
        exchange.close();
    }

    private int status(String body, String signature) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 500;
        }
        try {
            taken.add(Webhook.constructEvent(body, signature, SECRET));
            return 200;
        } catch (SignatureVerificationException e) {
            refused.add(e.getMessage());
            return 400;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
