package io.housemates.acceptance.webhook;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

/** What can go wrong before the first byte of HTTP, and a receiver with which nothing does. */
final class TlsTricks {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final byte[] BEGINNING_OF_A_RECORD = { 0x16 };

    private TlsTricks() {
    }

    static Stream<Hostile> all(Certificates certificates, SSLContext good) {
        return Stream.of(
                secured("a good certificate", "http_200", good),
                secured("a certificate nobody vouches for", "tls", certificates.selfSigned()),
                secured("a certificate of another host", "tls", certificates.ofAnotherHost()),
                secured("a certificate of yesterday", "tls", certificates.expired()),
                inTls("plain HTTP", "tls", wire -> wire.send("HTTP/1.1 400 Bad Request\r\n\r\n").keepSilent()),
                inTls("no handshake", "timeout", Wire::keepSilent),
                inTls("a handshake that drips", "timeout", wire -> wire.sendForEver(BEGINNING_OF_A_RECORD, 1_000)),
                inTls("an end in the handshake", "tls", wire -> wire.read(1)),
                inTls("a reset in the handshake", "tls", wire -> {
                    wire.read(1);
                    wire.reset();
                }),
                inPlain(good));
    }

    private static Hostile secured(String name, String reason, SSLContext certificate) {
        RawServer server = RawServer.secured(certificate, Optional.empty(), wire -> {
            while (wire.readRequest()) {
                wire.send(OK);
            }
        });
        return new Hostile(name, server, server.url(), Set.of(reason));
    }

    private static Hostile inTls(String name, String reason, RawServer.Behaviour behaviour) {
        RawServer server = RawServer.plain(behaviour);
        return new Hostile(name + " where TLS is expected", server, server.tlsUrl(), Set.of(reason));
    }

    private static Hostile inPlain(SSLContext certificate) {
        RawServer server = RawServer.secured(certificate, Optional.empty(), Wire::keepSilent);
        return new Hostile("TLS where it is not expected", server, server.plainUrl(), Set.of("protocol", "reset"));
    }
}
