package io.housemates.dispatcher.event;

import io.housemates.platform.privacy.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A body as it is kept.
 *
 * @param clear the whole body, with nulls where the personal data was
 * @param personal what belongs there, sealed; null when there is none
 */
public record StoredBody(Buffer clear, Sealed personal) {

    public static StoredBody of(Buffer clear) {
        return new StoredBody(clear, null);
    }

    /** @param row with body, key_id and sealed */
    public static StoredBody of(Row row) {
        var sealed = row.getBuffer("sealed");
        return new StoredBody(Buffer.buffer(row.getBuffer("body").getBytes()),
                sealed == null ? null : new Sealed(row.getString("key_id"), sealed.getBytes()));
    }

    /** Null when nothing is personal. */
    public String keyId() {
        return personal == null ? null : personal.keyId();
    }

    /** Null when nothing is personal. */
    public Buffer sealed() {
        return personal == null ? null : Buffer.buffer(personal.ciphertext());
    }
}
