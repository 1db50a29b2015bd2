package io.housemates.acceptance.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as bytes on a connection of its own, for what HTTP clients refuse to send.
 *
 * @param target sent as it is
 * @param body null for none
 */
public record RawRequest(String method, String target, Map<String, String> headers, byte[] body) {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, Map.of("Accept", "application/json"), null);
    }

    public RawRequest as(Partner partner) {
        return with("Authorization", "Bearer " + partner.token()).with("X-API-PARTNER-ID", partner.id());
    }

    public RawRequest with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RawRequest(method, target, more, body);
    }

    public RawRequest json(String text) {
        return body("application/json", text.getBytes(UTF_8));
    }

    public RawRequest body(String contentType, byte[] bytes) {
        return new RawRequest(method, target, headers, bytes)
                .with("Content-Type", contentType).with("Content-Length", Integer.toString(bytes.length));
    }

    /** Announces a length and sends nothing of it. */
    public RawRequest announcing(long length) {
        return with("Content-Type", "application/json").with("Content-Length", Long.toString(length));
    }

    /** Sends a body whose length nobody knows beforehand. */
    public RawRequest chunked(byte[] bytes) {
        var chunks = new ByteArrayOutputStream();
        int size = 8192;
        for (int from = 0; from < bytes.length; from += size) {
            int length = Math.min(size, bytes.length - from);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(bytes, from, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return new RawRequest(method, target, headers, chunks.toByteArray())
                .with("Content-Type", "application/json").with("Transfer-Encoding", "chunked");
    }

    public Reply sendTo(String url) {
        URI base = URI.create(url);
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket);
            return parsed(response(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(this + " got no answer", e);
        }
    }

    @Override
    public String toString() {
        return method + " " + (target.length() > 80 ? target.substring(0, 80) + "…" : target);
    }

    private void send(Socket socket) throws IOException {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body == null ? new byte[0] : body);
        socket.getOutputStream().write(bytes.toByteArray());
    }

    /** Until it is complete: who refuses a body need not close the connection before the body has come. */
    private static String response(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        var length = LENGTH.matcher(head);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
        return head + new String(body, ISO_8859_1);
    }

    private Reply parsed(String response) {
        String[] parts = response.split("\r\n\r\n", 2);
        String[] head = parts[0].split("\r\n");
        if (parts.length < 2) {
            throw new AssertionError(this + " was answered with: " + response);
        }
        Map<String, String> received = Arrays.stream(head).skip(1).map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0].toLowerCase(), line -> line[1].trim(), (a, b) -> a + ", " + b));
        String text = "chunked".equals(received.get("transfer-encoding")) ? joined(parts[1]) : parts[1];
        return new Reply(toString(), Integer.parseInt(head[0].split(" ")[1]), received, text);
    }

    private static String joined(String chunks) {
        var text = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, lineEnd), 16);
            if (length == 0) {
                return text.toString();
            }
            text.append(chunks, lineEnd + 2, lineEnd + 2 + length);
            at = lineEnd + 2 + length + 2;
        }
    }
}
