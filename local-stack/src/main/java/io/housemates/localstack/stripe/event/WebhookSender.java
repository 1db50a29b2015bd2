package io.housemates.localstack.stripe.event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.housemates.localstack.stripe.state.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Posts events to the product, signed, in no promised order, and again until they are taken with a 2xx. */
public final class WebhookSender {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 32;

    private final Set<String> underWay = new HashSet<>();
    private final Vertx vertx;
    private final HttpClient client;
    private final Clock clock;
    private final Consumer<Event> delivered;
    private volatile WebhookEndpoint endpoint;

    WebhookSender(Vertx vertx, Clock clock, Consumer<Event> delivered) {
        this.vertx = vertx;
        this.clock = clock;
        this.delivered = delivered;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void deliverTo(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    boolean hasEndpoint() {
        return endpoint != null;
    }

    /** Starts the delivery unless it is under way. */
    void send(Event event) {
        if (endpoint != null && underWay.add(event.id())) {
            attempt(event, 1);
        }
    }

    private void attempt(Event event, int number) {
        post(event).onComplete(status -> {
            if (status.succeeded() && status.result() / 100 == 2) {
                underWay.remove(event.id());
                delivered.accept(event);
            } else {
                RetrySchedule.delayAfter(number).ifPresentOrElse(
                        delay -> vertx.setTimer(delay.toMillis(), timer -> attempt(event, number + 1)),
                        () -> underWay.remove(event.id()));
            }
        });
    }

    private Future<Integer> post(Event event) {
        WebhookEndpoint target = endpoint;
        String body = Json.write(event);
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                .setAbsoluteURI(target.url().toString())
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .putHeader("Stripe-Signature", WebhookSignature.of(target.secret(), clock.instant(), body));
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.end().map(response.statusCode()));
    }
}
