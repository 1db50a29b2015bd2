package io.housemates.localstack.partner;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the demo partner reads out of a webhook's body; all of it is null when the body is not JSON. */
record WebhookContent(String type, String bookingId, String sha256) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static WebhookContent of(byte[] body) {
        JsonNode json = parse(body);
        return new WebhookContent(json.path("type").textValue(), json.at("/payload/booking/id").textValue(), sha256(body));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
