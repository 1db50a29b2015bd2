package io.housemates.platform.api;

import java.time.Duration;

/** A broken rule on its way to the client; thrown where the rule is, turned into an answer by {@link ExceptionMappers}. */
public class ApiException extends RuntimeException {

    private final ErrorCode error;
    private final String data;
    private final Duration retryAfter;

    public ApiException(ErrorCode error, String data) {
        this(error, data, null);
    }

    /** @param retryAfter when trying again makes sense, whole seconds; sent as {@code Retry-After} */
    public ApiException(ErrorCode error, String data, Duration retryAfter) {
        super(error.key(), null, false, false);
        this.error = error;
        this.data = data;
        this.retryAfter = retryAfter;
    }

    public ErrorCode error() {
        return error;
    }

    public String data() {
        return data;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
