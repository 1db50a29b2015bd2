package io.housemates.localstack.stripe.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.housemates.localstack.stripe.state.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** One signed POST of an event, noted in the delivery log. */
public final class WebhookPost {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 32;

    private final HttpClient client;
    private final Clock clock;
    private final DeliveryLog log;

    public WebhookPost(Vertx vertx, Clock clock, DeliveryLog log) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.clock = clock;
        this.log = log;
    }

    /** @return whether the endpoint took it, that is answered 2xx */
    Future<Boolean> send(Event event, WebhookEndpoint endpoint, int attempt) {
        return send(event, endpoint, attempt, clock.instant());
    }

    /** @param signedAt the time in the signature */
    Future<Boolean> send(Event event, WebhookEndpoint endpoint, int attempt, Instant signedAt) {
        String body = Json.write(event);
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST)
                .setAbsoluteURI(endpoint.url().toString())
                .setTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .putHeader("Stripe-Signature", WebhookSignature.of(endpoint.secret(), signedAt, body));
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.end().map(response.statusCode()))
                .otherwise(0)
                .map(status -> {
                    log.add(new Delivery(event.id(), event.type(), event.subject(), attempt, clock.instant().toString(),
                            status));
                    return status / 100 == 2;
                });
    }

    Instant longAgo() {
        return clock.instant().minus(Duration.ofHours(1));
    }
}
