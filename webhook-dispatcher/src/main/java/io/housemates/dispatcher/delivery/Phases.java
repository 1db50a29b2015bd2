package io.housemates.dispatcher.delivery;

import java.time.Duration;

/**
 * Where an attempt's time went: each is the time since its start, null for what was not reached.
 *
 * @param resolved the name was resolved and its addresses allowed
 * @param connected the TCP connection was there; a kept-alive one is there at once
 * @param secured the TLS handshake was over, or a kept-alive connection was taken; null for plain HTTP
 * @param answered the answer's headers were there
 */
public record Phases(Duration resolved, Duration connected, Duration secured, Duration answered) {

    static final Phases NONE = new Phases(null, null, null, null);

    Phases resolvedAt(Duration time) {
        return new Phases(time, connected, secured, answered);
    }

    Phases connectedAt(Duration tcp, Duration tls) {
        return new Phases(resolved, tcp, tls, answered);
    }

    Phases answeredAt(Duration time) {
        return new Phases(resolved, connected, secured, time);
    }

    /** When the connection could be written to, whatever kind it is. */
    Duration usable() {
        return secured == null ? connected : secured;
    }
}
