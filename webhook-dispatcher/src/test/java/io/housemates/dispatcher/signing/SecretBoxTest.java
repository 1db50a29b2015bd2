package io.housemates.dispatcher.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import io.housemates.platform.privacy.ConfiguredKeyset;

class SecretBoxTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void opensWhatItSealed() throws Exception {
        SecretBox box = box(keyset());
        byte[] sealed = box.seal(SECRET, "one");
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("whsec_");
        assertThat(box.open(sealed, "one")).isEqualTo(SECRET);
    }

    @Test
    void refusesASecretThatWasCopiedToAnotherSubscription() throws Exception {
        SecretBox box = box(keyset());
        byte[] sealed = box.seal(SECRET, "one");
        assertThatThrownBy(() -> box.open(sealed, "two")).hasMessageContaining("cannot be opened");
    }

    @Test
    void stillOpensOldSecretsAfterTheKeysetGotANewPrimaryKey() throws Exception {
        KeysetHandle old = keyset();
        byte[] sealed = box(old).seal(SECRET, "one");
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId()
                        .makePrimary())
                .build();
        assertThat(box(rotated).open(sealed, "one")).isEqualTo(SECRET);
    }

    @Test
    void doesNotQuoteAnUnusableKeyset() {
        assertThatThrownBy(() -> SecretBox.of(ConfiguredKeyset.of("WEBHOOK_KEYSET", "{\"key\":\"very secret\"}")))
                .hasMessageNotContaining("very secret");
    }

    private static KeysetHandle keyset() throws Exception {
        AeadConfig.register();
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    private static SecretBox box(KeysetHandle keyset) throws Exception {
        return SecretBox.of(ConfiguredKeyset.of("WEBHOOK_KEYSET",
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())));
    }
}
