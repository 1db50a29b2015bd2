package io.housemates.platform.privacy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class ConfiguredKeysetTest {

    @Test
    void saysWhatIsMissing() {
        var missing = new ConfiguredKeyset("PERSONAL_DATA_KEYSET", Optional.empty(), Optional.empty());
        assertThatThrownBy(missing::aead).hasMessage("no keyset: set PERSONAL_DATA_KEYSET or PERSONAL_DATA_KEYSET_FILE");
        var noFile = new ConfiguredKeyset("PERSONAL_DATA_KEYSET", Optional.empty(), Optional.of("/nowhere"));
        assertThatThrownBy(noFile::aead).hasMessage("the file of PERSONAL_DATA_KEYSET cannot be read");
    }

    @Test
    void refusesWhatIsNoKeysetWithoutRepeatingIt() {
        var secret = ConfiguredKeyset.of("PERSONAL_DATA_KEYSET", "{\"key\":\"c2VjcmV0\"");
        assertThatThrownBy(secret::aead).hasMessage("PERSONAL_DATA_KEYSET is not a usable Tink keyset").hasNoCause();
    }

    @Test
    void refusesAKeyWhoseWorkCannotBeToldFromOthers() {
        assertThatThrownBy(() -> new KeyEncryptionKey(Keysets.aeadWithoutPrefix(1)))
                .hasMessage("PERSONAL_DATA_KEYSET has a primary key without output prefix (RAW): make a new one");
    }

    @Test
    void refusesAKeysetForSomethingElse() {
        assertThatThrownBy(() -> new KeyEncryptionKey(Keysets.prf(1)))
                .hasMessage("BLIND_INDEX_KEYSET is not a usable Tink keyset");
        assertThatThrownBy(() -> BlindIndex.of(Keysets.aead(1))).hasMessage("PERSONAL_DATA_KEYSET is not a usable Tink keyset");
    }
}
