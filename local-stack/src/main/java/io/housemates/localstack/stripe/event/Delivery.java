package io.housemates.localstack.stripe.event;

/**
 * One attempt to deliver an event.
 *
 * @param at ISO 8601
 * @param status what the endpoint answered, 0 if it did not
 */
record Delivery(String event, String type, String object, int attempt, String at, int status) {
}
