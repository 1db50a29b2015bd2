package io.housemates.dispatcher.delivery;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.signing.WebhookSignature;
import io.housemates.dispatcher.subscription.Endpoint;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Makes one attempt: puts the headers together, signs the bytes, sends them. */
@ApplicationScoped
public class Attempts {

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence US = HttpHeaders.createOptimized("Housemates-Webhooks/1.0");
    private static final CharSequence ID = HttpHeaders.createOptimized("webhook-id");
    private static final CharSequence TIMESTAMP = HttpHeaders.createOptimized("webhook-timestamp");
    private static final CharSequence SIGNATURE = HttpHeaders.createOptimized("webhook-signature");
    private static final CharSequence ATTEMPT = HttpHeaders.createOptimized("webhook-attempt");

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
                .map(result -> result.withHead(endpoint.redaction().applyTo(result.responseHead())))
                .onSuccess(result -> trace.end(span, result));
    }

    /** The partner's own headers come first, so that ours replace any of the same name. */
    private static MultiMap headers(Delivery delivery, Endpoint endpoint, Instant now) {
        MultiMap headers = HttpHeaders.headers();
        endpoint.headers().forEach(headers::set);
        if (endpoint.accessToken() != null) {
            headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + endpoint.accessToken());
        }
        return headers.set(HttpHeaders.CONTENT_TYPE, JSON)
                .set(HttpHeaders.USER_AGENT, US)
                .set(ID, delivery.eventId())
                .set(TIMESTAMP, Long.toString(now.getEpochSecond()))
                .set(SIGNATURE, WebhookSignature.of(endpoint.signingKeys(now), delivery.eventId(), now,
                        delivery.body().getByteBuf().nioBuffer()))
                .set(ATTEMPT, Integer.toString(delivery.attempts() + 1));
    }
}
