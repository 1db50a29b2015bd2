package io.housemates.localstack.stripe;

import java.net.URI;
import java.util.concurrent.CompletionException;

import io.housemates.localstack.stripe.event.WebhookEndpoint;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/**
 * Stands in for Stripe: speaks the slice of its API that the product uses, pays with its test cards, and sends signed webhooks.
 * <p>
 * Pay an intent as a browser does, with the publishable key and the intent's client secret:
 *
 * <pre>
 * curl -u pk_test_simulator: http://localhost:8090/v1/payment_intents/${SECRET%_secret_*}/confirm -d client_secret=$SECRET -d payment_method=pm_card_visa
 * </pre>
 *
 * Cards are Stripe's test tokens and numbers. Its script for browsers is at {@code /v3/}; what else can be asked of it,
 * and what can be made to go wrong, is below {@code /_simulator}. All state lives on one event loop, so every request is
 * atomic. A payment takes about 7 KB of memory, which is given back at {@code /_simulator/reset} only.
 *
 * @see io.housemates.localstack.stripe.control.FaultRoutes
 * @see io.housemates.localstack.stripe.control.DashboardRoutes
 * @see io.housemates.localstack.stripe.control.WebhookRoutes
 * @see io.housemates.localstack.stripe.control.StateRoutes
 */
public final class StripeSimulator implements AutoCloseable {

    private final Vertx vertx;
    private final SimulatorServer server;

    private StripeSimulator(Vertx vertx, SimulatorServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /** Returns when it listens. */
    public static StripeSimulator start(StripeSimulatorOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        SimulatorServer server = new SimulatorServer(options);
        try {
            vertx.deployVerticle(server).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            throw new IllegalStateException("The Stripe simulator cannot start on port " + options.port() + ": "
                    + e.getCause().getMessage(), e.getCause());
        }
        return new StripeSimulator(vertx, server);
    }

    /** For stripe-java's {@code setApiBase}, and the base of {@code /v3/} and {@code /_simulator/}. */
    public String baseUrl() {
        return server.baseUrl();
    }

    /** Events go there from now on; those that an earlier run could not deliver go first. */
    public void deliverWebhooksTo(URI url, String secret) {
        server.deliverWebhooksTo(new WebhookEndpoint(url, secret));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
