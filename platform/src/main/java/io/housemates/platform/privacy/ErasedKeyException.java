package io.housemates.platform.privacy;

/** Somebody wants to seal with a key that was destroyed: the person behind it is forgotten. */
public class ErasedKeyException extends RuntimeException {

    ErasedKeyException(String keyId) {
        super("data key " + keyId + " is erased", null, false, false);
    }
}
