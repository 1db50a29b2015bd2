package io.housemates.dispatcher.delivery;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Tells a connection that has carried a request before from a new one. */
final class KeptConnection {

    private static final AttributeKey<Boolean> USED = AttributeKey.valueOf(KeptConnection.class, "used");

    private KeptConnection() {
    }

    /** Whether any request was sent on it. */
    static boolean isUsed(Channel channel) {
        return channel.attr(USED).get() != null;
    }

    /** To be asked once for each request. */
    static boolean isOne(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().attr(USED).getAndSet(true) != null;
    }
}
