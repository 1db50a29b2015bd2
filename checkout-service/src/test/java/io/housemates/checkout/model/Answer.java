package io.housemates.checkout.model;

import io.housemates.checkout.support.Json;
import io.restassured.response.Response;

/** What a caller is told. */
record Answer(int status, String message) {

    static final Answer BOOKED = new Answer(201, "api.booking_created_successfully");
    static final Answer ALREADY_BOOKED = new Answer(409, "api.booking_already_completed");
    static final Answer OK = new Answer(200, "OK");
    static final Answer STARTED = new Answer(201, "OK");
    static final Answer SOLD_OUT = new Answer(409, "api.room_not_available");
    static final Answer OVER = new Answer(409, "api.checkout_session_expired");
    static final Answer UNPAID = new Answer(402, "api.payment_required");
    static final Answer NOT_AS_AGREED = new Answer(409, "api.payment_mismatch");
    static final Answer UNKNOWN = new Answer(404, "api.checkout_session_not_found");
    static final Answer NOTHING_TO_REFUND = new Answer(409, "api.nothing_to_refund");
    static final Answer STRIPE_AWAY = new Answer(503, "api.payment_provider_unavailable");

    static Answer of(Response response) {
        return new Answer(response.statusCode(), Json.of(response).path("message").asText());
    }
}
