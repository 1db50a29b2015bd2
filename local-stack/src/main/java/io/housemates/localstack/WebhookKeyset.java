package io.housemates.localstack;

import java.security.SecureRandom;
import java.util.Base64;

/** A new encryption key for the dispatcher, in the only form it takes: a Tink keyset as JSON with one AES-256-GCM key. */
final class WebhookKeyset {

    /** Field 3 (key_value), 32 bytes long: the whole of Tink's protobuf message AesGcmKey but for a version of 0. */
    private static final byte[] AES_GCM_KEY = { 0x1A, 32 };

    private WebhookKeyset() {
    }

    static String random() {
        var random = new SecureRandom();
        byte[] key = new byte[AES_GCM_KEY.length + 32];
        random.nextBytes(key);
        System.arraycopy(AES_GCM_KEY, 0, key, 0, AES_GCM_KEY.length);
        int id = random.nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}"""
                .formatted(id, Base64.getEncoder().encodeToString(key), id);
    }
}
