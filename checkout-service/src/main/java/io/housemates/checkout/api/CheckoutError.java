package io.housemates.checkout.api;

import io.housemates.platform.api.ErrorCode;

/** The ways a checkout can fail, beside the shared ones. */
public enum CheckoutError implements ErrorCode {

    ROOM_TYPE_NOT_FOUND(1101, "api.room_type_not_found", 404),
    BOOKING_PERIOD_NOT_FOUND(1102, "api.booking_period_not_found", 404),
    ROOM_NOT_AVAILABLE(1103, "api.room_not_available", 409),
    CHECKOUT_SESSION_NOT_FOUND(1110, "api.checkout_session_not_found", 404),
    CHECKOUT_SESSION_EXPIRED(1111, "api.checkout_session_expired", 409),
    BOOKING_ALREADY_COMPLETED(1112, "api.booking_already_completed", 409),
    PAYMENT_REQUIRED(1120, "api.payment_required", 402),
    PAYMENT_MISMATCH(1121, "api.payment_mismatch", 409),
    PAYMENT_PROVIDER_UNAVAILABLE(1122, "api.payment_provider_unavailable", 503),
    NOTHING_TO_REFUND(1123, "api.nothing_to_refund", 409),
    PAYMENT_PROVIDER_REFUSED(1124, "api.payment_provider_refused", 502),
    PARTNER_NOT_FOUND(1130, "api.partner_not_found", 404),
    ACCESS_TOKEN_NOT_FOUND(1131, "api.access_token_not_found", 404),
    CHECKOUT_HOST_TAKEN(1132, "api.checkout_host_taken", 409),
    IDEMPOTENCY_KEY_REUSED(1140, "api.idempotency_key_reused", 409),
    IDEMPOTENCY_KEY_IN_USE(1141, "api.idempotency_key_in_use", 409);

    private final Definition definition;

    CheckoutError(int number, String key, int status) {
        definition = new Definition(number, key, status);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
