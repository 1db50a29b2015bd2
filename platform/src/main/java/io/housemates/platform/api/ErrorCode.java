package io.housemates.platform.api;

/**
 * A documented way for a request to fail: each service lists its own in one enum, {@link CommonError} lists the shared ones.
 */
public interface ErrorCode {

    Definition definition();

    /**
     * @param number unique, the envelope's {@code code}
     * @param key what clients match on, the envelope's {@code message}; ASCII, at most 66 bytes
     * @param status HTTP status
     */
    record Definition(int number, String key, int status) {
    }

    default int number() {
        return definition().number();
    }

    default String key() {
        return definition().key();
    }

    default int status() {
        return definition().status();
    }

    default ApiException exception() {
        return new ApiException(this, null);
    }

    /** @param data what the client needs to go on, for example an id; ASCII */
    default ApiException exception(String data) {
        return new ApiException(this, data);
    }
}
