package io.housemates.localstack.stripe.http;

/**
 * One operation of the API: does its work at once on the event loop and returns what becomes the JSON answer, or throws a
 * {@link StripeError}.
 */
@FunctionalInterface
public interface Endpoint {

    Object handle(ApiRequest request);
}
