package io.housemates.acceptance.webhook;

import java.util.Set;

/**
 * A receiver that means harm, or only looks like it.
 *
 * @param url as subscribed
 * @param reasons of the first attempt's outcome, one of which is right
 */
record Hostile(String name, RawServer server, String url, Set<String> reasons) implements AutoCloseable {

    static Hostile plain(String name, String reason, RawServer.Behaviour behaviour) {
        RawServer server = RawServer.plain(behaviour);
        return new Hostile(name, server, server.url(), Set.of(reason));
    }

    /** The same once the request has been read. */
    static Hostile answering(String name, String reason, RawServer.Behaviour answer) {
        return plain(name, reason, wire -> {
            if (wire.readRequest()) {
                answer.on(wire);
            }
        });
    }

    /** The same with an answer of these bytes, after which the connection stays open. */
    static Hostile saying(String name, String reason, String answer) {
        return answering(name, reason, wire -> wire.send(answer).keepSilent());
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
