package io.housemates.dispatcher.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import io.vertx.core.buffer.Buffer;

/**
 * Collects a receiver's answer in bounded memory: both the bytes on the wire and what they unpack to are limited.
 *
 * <p>
 * Compression is not asked for, but some receivers compress anyway. The answer is unpacked here, after it is
 * complete, because the HTTP client would unpack a bomb before anybody could count.
 */
final class ResponseBody {

    static final int LIMIT = 64 * 1024;
    private static final int STORED = 4 * 1024;

    private final Buffer received = Buffer.buffer();

    void append(Buffer chunk) {
        if (received.length() + chunk.length() > LIMIT) {
            throw new ResponseTooLarge();
        }
        received.appendBuffer(chunk);
    }

    /** @return the first part as text; PostgreSQL stores no NUL characters, so they are replaced */
    String head(String contentEncoding) {
        if (received.length() == 0) {
            return "";
        }
        byte[] body = unpacked(contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT));
        return new String(body, 0, Math.min(body.length, STORED), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private byte[] unpacked(String encoding) {
        byte[] raw = received.getBytes();
        if (encoding.isEmpty() || encoding.equals("identity")) {
            return raw;
        }
        try (InputStream in = switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(new ByteArrayInputStream(raw));
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(raw));
            default -> new ByteArrayInputStream(raw);
        }) {
            byte[] body = in.readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw new ResponseTooLarge();
            }
            return body;
        } catch (IOException notWhatItSays) {
            return raw;
        }
    }
}
