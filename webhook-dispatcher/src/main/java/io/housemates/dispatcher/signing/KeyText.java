package io.housemates.dispatcher.signing;

import java.util.Base64;

/** Reads keys as Standard Webhooks 1.0 writes them: a prefix, and the bytes as base64. */
final class KeyText {

    private KeyText() {
    }

    static byte[] decode(String text, String prefix) {
        try {
            return Base64.getDecoder().decode(text.substring(prefix.length()));
        } catch (IllegalArgumentException notBase64) {
            // The cause would quote characters of the secret.
            throw new IllegalArgumentException("a key is base64 after its prefix");
        }
    }
}
