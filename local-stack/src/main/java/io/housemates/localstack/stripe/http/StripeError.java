package io.housemates.localstack.stripe.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.localstack.stripe.state.Json;

/**
 * An error answer in Stripe's shape: {@code {"error":{"type","code","message","param",…}}} with its HTTP status.
 *
 * @see <a href="https://docs.stripe.com/api/errors">Stripe: errors</a>
 */
public final class StripeError extends RuntimeException {

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final boolean beforeExecution;
    private final ObjectNode error = Json.object();

    private StripeError(int status, boolean beforeExecution, String type, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.beforeExecution = beforeExecution;
        error.put("message", message).put("type", type);
        if (code != null) {
            error.put("code", code);
            error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
    }

    public static StripeError unauthorized(String message) {
        return new StripeError(401, true, INVALID_REQUEST, null, message);
    }

    public static StripeError secretKeyRequired() {
        return new StripeError(401, true, INVALID_REQUEST, "secret_key_required",
                "This API call cannot be made with a publishable API key. Please use a secret API key.");
    }

    public static StripeError unknownUrl(String method, String path) {
        return new StripeError(404, true, INVALID_REQUEST, null, "Unrecognized request URL (" + method + ": " + path
                + "). The simulator knows the part of Stripe's API that this product uses.");
    }

    public static StripeError missing(String param) {
        return badParameter("parameter_missing", param, "Missing required param: " + param + ".");
    }

    public static StripeError unknownParameter(String param) {
        return badParameter("parameter_unknown", param, "Received unknown parameter: " + param);
    }

    public static StripeError invalid(String param, String message) {
        return badParameter(null, param, message);
    }

    /** Found wrong before anything was done, so an idempotency key does not remember it. */
    public static StripeError badParameter(String code, String param, String message) {
        return new StripeError(400, true, INVALID_REQUEST, code, message).with("param", param);
    }

    public static StripeError malformedBody(String message) {
        return new StripeError(400, true, INVALID_REQUEST, null, message);
    }

    public static StripeError noSuch(String object, String id, String param) {
        return new StripeError(404, false, INVALID_REQUEST, "resource_missing",
                "No such " + object + ": '" + id + "'")
                .with("param", param);
    }

    /** The request is well formed but the object's state forbids it. */
    public static StripeError refused(String code, String message) {
        return new StripeError(400, false, INVALID_REQUEST, code, message);
    }

    public static StripeError card(String code, String declineCode, String message) {
        StripeError error = new StripeError(402, false, "card_error", code, message);
        return declineCode == null ? error : error.with("decline_code", declineCode);
    }

    public static StripeError keyInUse(String key) {
        return new StripeError(409, true, "idempotency_error", "idempotency_key_in_use",
                "There is currently another in-progress request using this Stripe-Idempotency-Key (that probably means you "
                        + "submitted twice, and the other request is still going through): " + key
                        + ". Your request will not be executed.");
    }

    public static StripeError keyReused(String key) {
        return new StripeError(400, true, "idempotency_error", null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                        + "Try using a key other than '" + key + "' if you meant to execute a different request.");
    }

    public static StripeError tooManyRequests() {
        return new StripeError(429, true, INVALID_REQUEST, "rate_limit",
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.");
    }

    /** Kept by idempotency keys, as at Stripe. */
    public static StripeError internal() {
        return new StripeError(500, false, "api_error", null, "An unknown error occurred.");
    }

    /** From in front of the API, so no idempotency key has seen it. */
    public static StripeError unavailable() {
        return new StripeError(503, true, "api_error", null, "Stripe is temporarily unavailable.");
    }

    public StripeError with(String field, String value) {
        error.put(field, value);
        return this;
    }

    public StripeError with(String field, JsonNode value) {
        error.set(field, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** The {@code error} object, as an answer's body and an intent's {@code last_payment_error} hold it. */
    public ObjectNode error() {
        return error;
    }

    public Answer answer() {
        return new Answer(status, Json.write(Json.object().set("error", error)), !beforeExecution);
    }
}
