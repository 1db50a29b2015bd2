package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.signing.WebhookSignature;
import io.housemates.dispatcher.subscription.Endpoint;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;

/** Makes one attempt: puts the headers together, signs the bytes, sends them. */
@ApplicationScoped
public class Attempts {

    private final WireClient wire;
    private final AttemptTrace trace;
    private final Clock clock;

    Attempts(WireClient wire, AttemptTrace trace, Clock clock) {
        this.wire = wire;
        this.trace = trace;
        this.clock = clock;
    }

    /** Fails only when the request cannot be put together; whatever the endpoint does is a result. */
    public Future<AttemptResult> make(Delivery delivery, Endpoint endpoint) {
        Span span = trace.start(delivery);
        MultiMap headers = headers(delivery, endpoint, clock.instant());
        trace.carry(span, headers);
        return wire.send(new WireRequest(endpoint.destination(), headers, delivery.body()))
                .onSuccess(result -> trace.end(span, result));
    }

    /** The partner's own headers come first, so that ours replace any of the same name. */
    private static MultiMap headers(Delivery delivery, Endpoint endpoint, Instant now) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        endpoint.headers().forEach(headers::set);
        if (endpoint.accessToken() != null) {
            headers.set("Authorization", "Bearer " + endpoint.accessToken());
        }
        return headers.set("Content-Type", "application/json")
                .set("User-Agent", "Housemates-Webhooks/1.0")
                .set("webhook-id", delivery.eventId())
                .set("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .set("webhook-signature",
                        WebhookSignature.of(endpoint.signingKeys(now), delivery.eventId(), now, delivery.body().getBytes()))
                .set("webhook-attempt", Integer.toString(delivery.attempts() + 1));
    }
}
