package io.housemates.platform.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import com.google.crypto.tink.Aead;

import io.quarkus.runtime.Startup;

/**
 * The operator's keyset over all data keys; without one there is no start.
 *
 * It may hold several keys: the primary one wraps, all of them unwrap, so it is rotated by adding a new primary key, wrapping
 * everything anew ({@link Rewrapping}), and dropping the old one.
 */
@Startup
@ApplicationScoped
public class KeyEncryptionKey {

    private static final Logger LOG = Logger.getLogger(KeyEncryptionKey.class);

    private final Aead aead;
    private final byte[] mark;

    @Inject
    KeyEncryptionKey(PersonalDataConfig config) {
        this(new ConfiguredKeyset("PERSONAL_DATA_KEYSET", config.keyset().json(), config.keyset().file()));
    }

    KeyEncryptionKey(ConfiguredKeyset keyset) {
        aead = keyset.aead();
        mark = keyset.mark();
        if (mark.length == 0) {
            // nothing would tell what it has wrapped from what an older key has
            throw new IllegalStateException(
                    keyset.variable() + " has a primary key without output prefix (RAW): make a new one");
        }
    }

    /** @param place what the bytes belong to: put elsewhere they cannot be opened */
    public byte[] seal(byte[] clear, String place) {
        try {
            return aead.encrypt(clear, place.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException when they were sealed with another keyset or for another place */
    public byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, place.getBytes(UTF_8));
        } catch (GeneralSecurityException wrongKeyOrPlace) {
            throw new IllegalStateException("PERSONAL_DATA_KEYSET does not open " + place);
        }
    }

    byte[] wrap(DataKey key) {
        return seal(key.bytes(), key.id());
    }

    DataKey unwrap(byte[] wrapped, String id) {
        return new DataKey(id, open(wrapped, id));
    }

    /** One key that the operator's keyset does not open must not keep everybody else's details away. */
    Optional<DataKey> tryUnwrap(byte[] wrapped, String id) {
        try {
            return Optional.of(unwrap(wrapped, id));
        } catch (IllegalStateException e) {
            LOG.errorf("Data key cannot be used key=%s reason=\"%s\"", id, e.getMessage());
            return Optional.empty();
        }
    }

    /** With what everything begins that the primary key has sealed. */
    byte[] mark() {
        return mark.clone();
    }
}
