package io.housemates.localstack.journey;

/** Which step of a booking failed, why, and where to look; for the person at the terminal. */
public final class JourneyFailed extends RuntimeException {

    JourneyFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
