package io.housemates.platform.privacy;

/** A data key is here, but the operator's keyset does not open it: trying again changes nothing until that is mended. */
public class UnusableKeyException extends IllegalStateException {

    UnusableKeyException(String keyId) {
        super("data key " + keyId + " cannot be used");
    }
}
