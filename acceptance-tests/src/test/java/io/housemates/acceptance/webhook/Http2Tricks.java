package io.housemates.acceptance.webhook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

/** Receivers that agree on HTTP/2 and then do as they like; frames are those of RFC 9113. */
final class Http2Tricks {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RESET_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PREFACE_BYTES = 24;
    private static final int FRAME_HEAD_BYTES = 9;
    /** The name from HPACK's table, the value as it is. */
    private static final byte[] STATUS_102 = { 8, 3, '1', '0', '2' };
    private static final byte[] STATUS_200 = { (byte) 0x88 };
    private static final byte[] INTERNAL_ERROR = { 0, 0, 0, 2 };

    private Http2Tricks() {
    }

    static Stream<Hostile> all(SSLContext certificate) {
        return Stream.of(
                hostile("silence", certificate, Set.of("timeout"), Wire::keepSilent),
                hostile("what is not HTTP/2", certificate, Set.of("protocol", "connect"),
                        wire -> wire.send("HTTP/1.1 400 Bad Request\r\n\r\n").keepSilent()),
                hostile("a farewell", certificate, Set.of("reset", "connect"),
                        wire -> settled(wire).send(frame(GO_AWAY, 0, 0, new byte[8])).keepSilent()),
                hostile("a reset of the stream", certificate, Set.of("reset"),
                        wire -> requested(wire).send(frame(RESET_STREAM, 0, 1, INTERNAL_ERROR)).keepSilent()),
                hostile("a reset of the connection", certificate, Set.of("reset"), wire -> requested(wire).reset()),
                hostile("no answer", certificate, Set.of("timeout"), wire -> requested(wire).keepSilent()),
                hostile("a note that it works on it", certificate, Set.of("http_200"),
                        wire -> requested(wire).send(frame(HEADERS, END_HEADERS, 1, STATUS_102))
                                .send(frame(HEADERS, END_HEADERS | END_STREAM, 1, STATUS_200)).keepSilent()),
                hostile("a body that drips", certificate, Set.of("timeout"),
                        wire -> requested(wire).send(frame(HEADERS, END_HEADERS, 1, STATUS_200))
                                .sendForEver(frame(DATA, 0, 1, new byte[1]), 1_000)),
                hostile("an endless body", certificate, Set.of("oversized", "reset"),
                        wire -> requested(wire).send(frame(HEADERS, END_HEADERS, 1, STATUS_200))
                                .sendForEver(frame(DATA, 0, 1, new byte[4_000]), 1)),
                hostile("endless headers", certificate, Set.of("oversized", "protocol", "reset"),
                        wire -> requested(wire).send(frame(HEADERS, 0, 1, STATUS_200))
                                .sendForEver(frame(CONTINUATION, 0, 1, header()), 1)),
                hostile("endless pings", certificate, Set.of("timeout", "reset", "protocol"),
                        wire -> requested(wire).sendForEver(frame(PING, 0, 0, new byte[8]), 0)),
                hostile("endless settings", certificate, Set.of("timeout", "reset", "protocol"),
                        wire -> requested(wire).sendForEver(frame(SETTINGS, 0, 0, new byte[0]), 0)));
    }

    private static Hostile hostile(String name, SSLContext certificate, Set<String> reasons, RawServer.Behaviour behaviour) {
        RawServer server = RawServer.secured(certificate, Optional.of("h2"), behaviour);
        return new Hostile("HTTP/2 and " + name, server, server.url(), reasons);
    }

    /** Settings are exchanged. */
    private static Wire settled(Wire wire) throws IOException {
        wire.read(PREFACE_BYTES);
        return wire.send(frame(SETTINGS, 0, 0, new byte[0]));
    }

    /** The request's headers have come. */
    private static Wire requested(Wire wire) throws IOException {
        settled(wire);
        int type;
        do {
            byte[] head = wire.read(FRAME_HEAD_BYTES);
            type = head[3];
            wire.read((head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff);
        } while (type != HEADERS);
        return wire;
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(FRAME_HEAD_BYTES + payload.length)
                .put((byte) (payload.length >> 16)).putShort((short) payload.length)
                .put((byte) type).put((byte) flags).putInt(stream).put(payload).array();
    }

    /** A literal header that is not indexed: name "x", value of 100 bytes. */
    private static byte[] header() {
        return ByteBuffer.allocate(104).put((byte) 0).put((byte) 1).put((byte) 'x').put((byte) 100)
                .put("v".repeat(100).getBytes())
                .array();
    }
}
