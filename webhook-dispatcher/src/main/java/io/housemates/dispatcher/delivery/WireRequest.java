package io.housemates.dispatcher.delivery;

import io.housemates.dispatcher.egress.Destination;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** One signed POST, ready to leave: where to, with which headers, and exactly the signed bytes. */
public record WireRequest(Destination destination, MultiMap headers, Buffer body) {

    /** Headers carry signatures and the partner's token. */
    @Override
    public String toString() {
        return "WireRequest[" + destination.host() + "]";
    }
}
