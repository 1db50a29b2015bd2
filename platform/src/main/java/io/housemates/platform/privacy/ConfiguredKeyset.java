package io.housemates.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

/**
 * A Tink keyset in Tink's JSON format, as the operator gave it: in a variable, or in a file, which wins.
 *
 * @param variable names the variable in what is told when the keyset is missing or unusable; never the keyset itself
 */
public record ConfiguredKeyset(String variable, Optional<String> json, Optional<String> file) {

    public static ConfiguredKeyset of(String variable, String json) {
        return new ConfiguredKeyset(variable, Optional.of(json), Optional.empty());
    }

    /** @throws IllegalStateException when it is missing or no AEAD keyset */
    public Aead aead() {
        return primitive(Aead.class);
    }

    /** @throws IllegalStateException when it is missing or no PRF keyset */
    public PrfSet prfs() {
        return primitive(PrfSet.class);
    }

    /**
     * The first bytes of everything the primary AEAD key sealed: they name the key. Empty for keys without an output prefix.
     */
    public byte[] mark() {
        return handle().getPrimary().getKey() instanceof AeadKey key ? key.getOutputPrefix().toByteArray() : new byte[0];
    }

    private KeysetHandle handle() {
        String text = text();
        try {
            AeadConfig.register();
            PrfConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw unusable();
        }
    }

    private <P> P primitive(Class<P> type) {
        try {
            return handle().getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw unusable();
        }
    }

    /** No cause and no text of it: both may quote the keyset. */
    private IllegalStateException unusable() {
        return new IllegalStateException(variable + " is not a usable Tink keyset");
    }

    private String text() {
        if (file.isPresent()) {
            try {
                return Files.readString(Path.of(file.get()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the file of " + variable + " cannot be read", unreadable);
            }
        }
        return json.orElseThrow(() -> new IllegalStateException("no keyset: set " + variable + " or " + variable + "_FILE"));
    }

    @Override
    public String toString() {
        return "ConfiguredKeyset[" + variable + "]";
    }
}
