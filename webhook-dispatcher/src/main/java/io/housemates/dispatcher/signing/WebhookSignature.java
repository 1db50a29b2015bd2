package io.housemates.dispatcher.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Signs what is about to be sent: the pure function behind the {@code webhook-signature} header (Standard Webhooks 1.0). */
public final class WebhookSignature {

    private WebhookSignature() {
    }

    /**
     * @param keys every key that is valid now, newest first; more than one while a rotated secret is still accepted
     * @param timestamp of this attempt, sent as whole seconds since the epoch
     * @param body exactly the bytes that are sent
     * @return one signature per key, separated by a space
     */
    public static String of(List<SigningKey> keys, String id, Instant timestamp, byte[] body) {
        byte[] content = content(id, timestamp, body);
        return keys.stream().map(key -> key.sign(content)).collect(Collectors.joining(" "));
    }

    /** {@code id.timestamp.body}, the bytes that are signed. */
    static byte[] content(String id, Instant timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[head.length + body.length];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        return content;
    }
}
