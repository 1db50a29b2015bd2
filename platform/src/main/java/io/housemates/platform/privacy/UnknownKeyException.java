package io.housemates.platform.privacy;

/** A data key has not arrived yet, so the event that needs it has to wait. */
public class UnknownKeyException extends RuntimeException {

    public UnknownKeyException(String keyId) {
        super("data key " + keyId + " is not here yet", null, false, false);
    }
}
