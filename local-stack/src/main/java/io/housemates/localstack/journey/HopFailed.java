package io.housemates.localstack.journey;

/** A step of the journey that did not come out as it must. */
final class HopFailed extends RuntimeException {

    HopFailed(String message) {
        super(message);
    }

    HopFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
