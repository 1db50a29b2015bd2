package io.housemates.dispatcher.signing;

import java.nio.ByteBuffer;
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
     * @param body exactly the bytes that are sent; what is signed is {@code id.timestamp.body}
     * @return one signature per key, separated by a space
     */
    public static String of(List<SigningKey> keys, String id, Instant timestamp, ByteBuffer body) {
        ByteBuffer head = head(id, timestamp);
        return keys.stream().map(key -> key.sign(head, body)).collect(Collectors.joining(" "));
    }

    /** What is signed before the body. */
    static ByteBuffer head(String id, Instant timestamp) {
        return ByteBuffer.wrap((id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
    }
}
