package io.housemates.acceptance.webhook;

import static io.housemates.acceptance.webhook.Hostile.answering;
import static io.housemates.acceptance.webhook.Hostile.plain;
import static io.housemates.acceptance.webhook.Hostile.saying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** What can be done to a client with HTTP/1.1, and with what is none. */
final class HttpTricks {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String FILLER = "x".repeat(4_000);
    private static final int SECOND = 1_000;
    private static final int BOMB_BYTES = 40_000_000;

    private HttpTricks() {
    }

    static Stream<Hostile> all() {
        return Stream.of(slow(), endless(), bombs(), lies(), interim(), cut(), noHttp()).flatMap(Function.identity());
    }

    /** To metadata, where nobody is to be asked, and to the trap, where asking would be noticed. */
    static Stream<Hostile> redirects(RawServer trap) {
        return IntStream.of(301, 302, 303, 307, 308).boxed()
                .flatMap(status -> Stream.of("http://169.254.169.254/latest/meta-data/", trap.url())
                        .map(to -> saying(status + " to " + to, "redirect",
                                "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n")));
    }

    private static Stream<Hostile> slow() {
        return Stream.of(
                answering("never answers", "timeout", Wire::keepSilent),
                answering("a body that drips", "timeout",
                        wire -> wire.send(OK + "Content-Length: 100000\r\n\r\n").sendForEver("x", SECOND)),
                answering("a head that drips", "timeout", wire -> wire.send(OK + "X-Slow: ").sendForEver("x", SECOND)),
                answering("chunks that drip", "timeout", wire -> wire.send(CHUNKED).sendForEver("1\r\nx\r\n", SECOND)));
    }

    private static Stream<Hostile> endless() {
        return Stream.of(
                answering("endless headers", "oversized", wire -> wire.send(OK).sendForEver("X-Filler: " + FILLER + "\r\n", 1)),
                answering("an endless header", "oversized", wire -> wire.send(OK + "X-Filler: ").sendForEver(FILLER, 1)),
                answering("an endless status line", "oversized", wire -> wire.send("HTTP/1.1 200 ").sendForEver(FILLER, 1)),
                answering("a body of a terabyte", "oversized",
                        wire -> wire.send(OK + "Content-Length: 1099511627776\r\n\r\n").sendForEver(FILLER, 1)),
                answering("endless chunks", "oversized",
                        wire -> wire.send(CHUNKED).sendForEver("fa0\r\n" + FILLER + "\r\n", 1)),
                answering("a body to the end of the connection", "oversized",
                        wire -> wire.send(OK + "Connection: close\r\n\r\n").sendForEver(FILLER, 1)),
                answering("an endless chunk", "oversized", wire -> wire.send(CHUNKED + "7fffffff\r\n").sendForEver(FILLER, 1)),
                answering("an endless chunk extension", "oversized",
                        wire -> wire.send(CHUNKED + "1;a=").sendForEver(FILLER, 1)),
                answering("endless trailers", "oversized",
                        wire -> wire.send(CHUNKED + "0\r\n").sendForEver("X-Filler: " + FILLER + "\r\n", 1)));
    }

    private static Stream<Hostile> bombs() {
        byte[] gzip = bomb(out -> {
            try {
                return new GZIPOutputStream(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Stream.of(
                encoded("a gzip bomb", "oversized", "gzip", gzip),
                encoded("a deflate bomb", "oversized", "deflate", bomb(DeflaterOutputStream::new)),
                encoded("a bomb that nobody unpacks", "http_200", "gzip, gzip", gzip),
                encoded("what is no brotli", "http_200", "br", "no brotli".getBytes()),
                encoded("what is no gzip", "http_200", "gzip", "no gzip".getBytes()));
    }

    private static Stream<Hostile> lies() {
        return Stream.of(
                saying("a chunk of no size", "protocol", CHUNKED + "ffffffffffffffffff\r\nx"),
                saying("a chunk of a negative size", "protocol", CHUNKED + "-1\r\nx"),
                saying("less than nothing", "protocol", OK + "Content-Length: -5\r\n\r\n"),
                saying("more than can be counted", "protocol", OK + "Content-Length: 99999999999999999999\r\n\r\n"),
                saying("two lengths", "protocol", OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"),
                saying("more than announced", "http_200", OK + "Content-Length: 2\r\n\r\nok and much more"),
                saying("a body where none may be", "http_204", "HTTP/1.1 204 No Content\r\nContent-Length: 100\r\n\r\n"),
                saying("come back in ten thousand years", "http_503",
                        "HTTP/1.1 503 Busy\r\nRetry-After: 315360000000\r\nContent-Length: 0\r\n\r\n"));
    }

    private static Stream<Hostile> interim() {
        return Stream.of(
                saying("go on, then an answer", "http_200",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK
                                + "Content-Length: 0\r\n\r\n"),
                saying("processing, then an answer", "http_200",
                        "HTTP/1.1 102 Processing\r\n\r\n".repeat(3) + OK + "Content-Length: 0\r\n\r\n"),
                answering("go on, for ever", "timeout",
                        wire -> wire.sendForEver("HTTP/1.1 100 Continue\r\n\r\n".repeat(50), 1)),
                answering("hints for ever", "timeout",
                        wire -> wire.sendForEver("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(50), 1)),
                saying("other protocols", "http_101", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"));
    }

    private static Stream<Hostile> cut() {
        return Stream.of(
                answering("a reset instead of an answer", "reset", Wire::reset),
                answering("a reset in mid-body", "reset",
                        wire -> wire.send(OK + "Content-Length: 100\r\n\r\nabc").reset()),
                answering("an end in mid-body", "reset", wire -> wire.send(OK + "Content-Length: 100\r\n\r\nabc")),
                answering("an end in mid-chunk", "reset", wire -> wire.send(CHUNKED + "ff\r\nabc")),
                answering("an end in mid-head", "reset", wire -> wire.send(OK + "Content-Le")));
    }

    private static Stream<Hostile> noHttp() {
        return Stream.of(
                saying("HTTP/0.9", "protocol", "<html>hello</html>\r\n\r\n"),
                saying("another protocol", "protocol", "SSH-2.0-OpenSSH_9.2p1\r\n\r\n"),
                saying("HTTP/3 in words", "protocol", "HTTP/3 200\r\n\r\n"),
                plain("zeros", "oversized", wire -> wire.send(new byte[9_000]).keepSilent()));
    }

    private static Hostile encoded(String name, String reason, String encoding, byte[] body) {
        return answering(name, reason, wire -> wire
                .send(OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n").send(body)
                .keepSilent());
    }

    private static byte[] bomb(Function<OutputStream, OutputStream> compressed) {
        var bomb = new ByteArrayOutputStream();
        try (OutputStream out = compressed.apply(bomb)) {
            out.write(new byte[BOMB_BYTES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bomb.toByteArray();
    }
}
