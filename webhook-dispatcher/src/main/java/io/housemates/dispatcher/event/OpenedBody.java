package io.housemates.dispatcher.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
        return personal == null ? of(stored) : of(PersonalPart.parse(stored.getBytes()), personal, ring);
    }

    /**
     * @param body what is kept in clear, not yet written: it is what is sent afterwards
     * @param personal what is kept sealed
     * @throws UnknownKeyException when its key is not on the ring
     */
    public static OpenedBody of(ObjectNode body, Sealed personal, KeyRing ring) {
        ObjectNode payload = (ObjectNode) body.get("payload");
        byte[] opened = ring.open(personal);
        if (opened == null) {
            PersonalPart.markErased(payload);
            return new OpenedBody(WebhookBody.bytes(body), null, true);
        }
        PersonalPart.putBack(payload, opened);
        return new OpenedBody(WebhookBody.bytes(body), ring.keys().get(personal.keyId()), false);
    }

    /** An answer as it is stored; only where there is a key. */
    public byte[] sealed(String answer) {
        return key.seal(answer.getBytes(UTF_8));
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
