package io.housemates.dispatcher.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.housemates.platform.privacy.DataKey;
import io.housemates.platform.privacy.KeyRing;
import io.housemates.platform.privacy.Sealed;
import io.housemates.platform.privacy.UnknownKeyException;
import io.vertx.core.buffer.Buffer;

/**
 * What is sent, opened shortly before; only ever in memory.
 *
 * @param bytes the exact bytes that are signed and sent
 * @param key with which what the receiver answers is sealed, because it may repeat the body; null where nothing is personal,
 *        and
 *        once it was erased
 * @param erased whether something personal was erased
 */
public record OpenedBody(Buffer bytes, DataKey key, boolean erased) {

    /** A body that never held anything personal. */
    public static OpenedBody of(Buffer bytes) {
        return new OpenedBody(bytes, null, false);
    }

    /**
     * @param stored what is kept in clear
     * @param personal what is kept sealed, or null
     * @throws UnknownKeyException when its key is not on the ring
     */
    public static OpenedBody of(Buffer stored, Sealed personal, KeyRing ring) {
        if (personal == null) {
            return of(stored);
        }
        byte[] opened = ring.open(personal);
        return opened == null ? new OpenedBody(PersonalPart.markErased(stored), null, true)
                : new OpenedBody(PersonalPart.putBack(stored, opened), ring.keys().get(personal.keyId()), false);
    }

    /** What of an answer is stored in clear; null for null. */
    public String clear(String answer) {
        return key == null && !erased ? answer : null;
    }

    /** What of an answer is stored sealed; null when nothing is. */
    public byte[] sealed(String answer) {
        return key == null || answer == null ? null : key.seal(answer.getBytes(UTF_8));
    }

    public String keyId() {
        return key == null ? null : key.id();
    }

    /** Holds personal data. */
    @Override
    public String toString() {
        return "OpenedBody[key=" + keyId() + "]";
    }
}
