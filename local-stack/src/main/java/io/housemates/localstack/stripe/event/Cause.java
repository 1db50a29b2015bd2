package io.housemates.localstack.stripe.event;

import io.housemates.localstack.stripe.http.ApiRequest;

/**
 * The request behind an event, null in both fields when it happened on Stripe's side.
 *
 * @param id {@code req_…}
 */
public record Cause(String id, String idempotencyKey) {

    /** Something done in the dashboard, or by time passing. */
    public static Cause ownMotion() {
        return new Cause(null, null);
    }

    public static Cause of(ApiRequest request) {
        return new Cause(request.id(), request.idempotencyKey().orElse(null));
    }
}
