package io.housemates.platform.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The one shape of every answer, success or error.
 *
 * @param success whether the request was carried out
 * @param code the number of the outcome, see {@link ErrorCode}; 0 is the plain success
 * @param locale language of the message
 * @param message what clients match on
 * @param data the result; null, a string or the field messages on errors
 */
@JsonPropertyOrder({ "success", "code", "locale", "message", "data" })
public record Envelope<T>(boolean success, int code, String locale, String message, T data) {

    public static <T> Envelope<T> ok(T data) {
        return success(0, "OK", data);
    }

    public static <T> Envelope<T> success(int code, String message, T data) {
        return new Envelope<>(true, code, "en", message, data);
    }

    static Envelope<Object> error(int code, String message, Object data) {
        return new Envelope<>(false, code, "en", message, data);
    }
}
