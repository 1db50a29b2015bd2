package io.housemates.localstack.stripe.http;

import java.util.Optional;

/**
 * One authenticated API request.
 *
 * @param id Stripe's id of the request, {@code req_…}
 * @param target the id in the path, empty if there is none
 * @param idempotencyKey of POST requests
 */
public record ApiRequest(String id, String method, String path, String target, Form form, Caller caller,
        Optional<String> idempotencyKey) {

    @Override
    public String toString() {
        return id + " " + method + " " + path;
    }
}
