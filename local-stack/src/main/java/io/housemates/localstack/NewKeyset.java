package io.housemates.localstack;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Base64;

/** A new keyset for the services, in the only form they take: a Tink keyset as JSON with one key. */
final class NewKeyset {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    /** Field 3 (key_value), 32 bytes long: the whole of Tink's protobuf message AesGcmKey but for a version of 0. */
    private static final byte[] AES_GCM_KEY = { 0x1A, KEY_BYTES };

    /** Field 2 (params) with field 1 (hash) 3 = SHA256, then field 3 (key_value): the same of HmacPrfKey. */
    private static final byte[] HMAC_PRF_KEY = { 0x12, 2, 0x08, 3, 0x1A, KEY_BYTES };

    private NewKeyset() {
    }

    /** Encrypts: one AES-256-GCM key. */
    static String ofAead() {
        return keyset("AesGcmKey", AES_GCM_KEY, "TINK");
    }

    /** Makes tokens of words: one HMAC-SHA-256 key. */
    static String ofPrf() {
        return keyset("HmacPrfKey", HMAC_PRF_KEY, "RAW");
    }

    private static String keyset(String type, byte[] head, String prefix) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        var message = new ByteArrayOutputStream();
        message.writeBytes(head);
        message.writeBytes(key);
        int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
        return """
                {"primaryKeyId":%d,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.%s",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"%s"}]}"""
                .formatted(id, type, Base64.getEncoder().encodeToString(message.toByteArray()), id, prefix);
    }
}
