package io.housemates.localstack.stripe.http;

import java.util.Optional;

import io.housemates.localstack.stripe.state.StripeObject;

/**
 * The first answer given under an idempotency key.
 *
 * @param id the key
 * @param fingerprint of the request's method, path and parameters
 * @param request id of the request that was answered
 */
record StoredAnswer(String id, String object, long created, String fingerprint, String request, int status, String body)
        implements
            StripeObject {

    static final String KIND = "idempotency_key";

    static StoredAnswer of(String key, String fingerprint, ApiRequest request, Answer answer, long now) {
        return new StoredAnswer(key, KIND, now, fingerprint, request.id(), answer.status(), answer.body());
    }

    Answer replay() {
        return new Answer(status, body, false, Optional.of(request));
    }

    @Override
    public String toString() {
        return "StoredAnswer[" + id + ", status=" + status + "]";
    }
}
