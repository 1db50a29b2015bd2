package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.signing.WebhookSignature;
import io.housemates.dispatcher.subscription.Endpoint;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;

/** Makes one attempt: puts the headers together, signs the bytes, sends them. */
@ApplicationScoped
public class Attempts {

    private final WireClient wire;
    private final Clock clock;

    Attempts(WireClient wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    public Future<AttemptResult> make(Delivery delivery, Endpoint endpoint) {
        return wire
                .send(new WireRequest(endpoint.destination(), headers(delivery, endpoint, clock.instant()), delivery.body()));
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
                .set("webhook-attempt", Integer.toString(delivery.attempts() + 1))
                .set("traceparent", TraceParent.childOf(delivery.traceparent()));
    }
}
