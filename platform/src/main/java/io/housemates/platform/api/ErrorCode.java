package io.housemates.platform.api;

/**
 * A documented way for a request to fail: each service lists its own in one enum, {@link CommonError} lists the shared ones.
 */
public interface ErrorCode {

    /** Unique number, the envelope's {@code code}. */
    int number();

    /** What clients match on, the envelope's {@code message}; ASCII, at most 66 bytes. */
    String key();

    /** HTTP status. */
    int status();

    default ApiException exception() {
        return new ApiException(this, null);
    }

    /** @param data what the client needs to go on, for example an id; ASCII */
    default ApiException exception(String data) {
        return new ApiException(this, data);
    }
}
