package io.housemates.dispatcher.delivery;

import java.util.Locale;

/** The stage at which an attempt broke without a usable answer. */
public enum Breakage {
    /** The name has no address now. */
    DNS,
    /** No TCP connection. */
    CONNECT,
    /** The handshake failed, or the certificate is not valid for the name. */
    TLS,
    /** The deadline over the whole attempt passed. */
    TIMEOUT,
    /** The connection closed before the answer was complete. */
    RESET,
    /** Headers or decompressed body beyond the limit. */
    OVERSIZED,
    /** What came back is not HTTP. */
    PROTOCOL;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
