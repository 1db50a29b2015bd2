package io.housemates.dispatcher.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;

import io.housemates.platform.privacy.ConfiguredKeyset;

/**
 * Keeps a subscription's secrets unreadable in the database: encrypts before they are stored, decrypts before signing.
 *
 * <p>
 * A keyset may hold several keys: the primary one encrypts, all of them decrypt, so a keyset is rotated by adding a new primary
 * key and keeping the old one. The subscription's id is bound to each ciphertext: copied to another row it cannot be opened.
 */
public final class SecretBox {

    private final Aead aead;
    private final byte[] mark;

    private SecretBox(Aead aead, byte[] mark) {
        this.aead = aead;
        this.mark = mark;
    }

    public static SecretBox of(ConfiguredKeyset keyset) {
        return new SecretBox(keyset.aead(), keyset.mark());
    }

    public byte[] seal(String text, String subscriptionId) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), associated(subscriptionId));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String open(byte[] sealed, String subscriptionId) {
        try {
            return new String(aead.decrypt(sealed, associated(subscriptionId)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrongKeyOrRow) {
            throw new IllegalStateException("secret of subscription " + subscriptionId + " cannot be opened with this keyset");
        }
    }

    /** The first bytes of everything the primary key sealed: they name the key. Empty for keys without an output prefix. */
    public byte[] mark() {
        return mark.clone();
    }

    private static byte[] associated(String subscriptionId) {
        return subscriptionId.getBytes(StandardCharsets.UTF_8);
    }
}
