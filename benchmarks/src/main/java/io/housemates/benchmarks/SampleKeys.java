package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.ulid.UlidCreator;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;

/** Keys over personal data, wrapped as checkout-service wraps them; it tells of a key long before the booking's events. */
final class SampleKeys {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Aead master;

    /** @param keyset the operator's, which the dispatcher has, too */
    SampleKeys(String keyset) {
        try {
            AeadConfig.register();
            master = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One key. @param announcement the data of {@code data_key.wrapped} @param ciphertext what it seals */
    record Key(String id, byte[] announcement, byte[] ciphertext) {
    }

    List<Key> make(int count, byte[] personal) {
        List<Key> keys = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            keys.add(make(UlidCreator.getUlid().toString(), personal));
        }
        return keys;
    }

    private Key make(String id, byte[] personal) {
        try {
            byte[] bytes = Random.randBytes(32);
            byte[] bound = id.getBytes(UTF_8);
            String announcement = JSON.createObjectNode().put("keyId", id).put("wrapped", master.encrypt(bytes, bound))
                    .toString();
            return new Key(id, announcement.getBytes(UTF_8), new AesGcmJce(bytes).encrypt(personal, bound));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
