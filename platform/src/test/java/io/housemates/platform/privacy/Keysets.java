package io.housemates.platform.privacy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keysets as an operator writes them; a key is told by its number, and the last one is the primary one. */
final class Keysets {

    private static final int KEY_BYTES = 32;
    private static final byte[] AES_GCM_KEY = { 0x1A, KEY_BYTES };
    private static final byte[] HMAC_SHA256_PRF_KEY = { 0x12, 2, 0x08, 3, 0x1A, KEY_BYTES };

    private Keysets() {
    }

    static ConfiguredKeyset aead(int... numbers) {
        return ConfiguredKeyset.of("PERSONAL_DATA_KEYSET", json("AesGcmKey", AES_GCM_KEY, "TINK", numbers));
    }

    /** Nothing that they seal tells which of them did. */
    static ConfiguredKeyset aeadWithoutPrefix(int... numbers) {
        return ConfiguredKeyset.of("PERSONAL_DATA_KEYSET", json("AesGcmKey", AES_GCM_KEY, "RAW", numbers));
    }

    static ConfiguredKeyset prf(int... numbers) {
        return ConfiguredKeyset.of("BLIND_INDEX_KEYSET", json("HmacPrfKey", HMAC_SHA256_PRF_KEY, "RAW", numbers));
    }

    private static String json(String type, byte[] head, String prefix, int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> """
                {"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.%s","value":"%s","keyMaterialType":"SYMMETRIC"},
                 "status":"ENABLED","keyId":%d,"outputPrefixType":"%s"}"""
                .formatted(type, material(head, number), number, prefix))
                .collect(Collectors.joining(",", "{\"primaryKeyId\":" + numbers[numbers.length - 1] + ",\"key\":[", "]}"));
    }

    private static String material(byte[] head, int number) {
        byte[] key = new byte[KEY_BYTES];
        Arrays.fill(key, (byte) number);
        var message = new ByteArrayOutputStream();
        message.writeBytes(head);
        message.writeBytes(key);
        return Base64.getEncoder().encodeToString(message.toByteArray());
    }
}
