package io.housemates.acceptance.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;

import io.housemates.acceptance.support.Confidential;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;

/** A subscription seen from both ends: what its signing keys are, and what its receiver gets. */
record SigningSubscription(Partner partner, Receiver receiver, String id, String firstKey) {

    /** @param scheme {@code v1} or {@code v1a} */
    static SigningSubscription create(Partner partner, Receiver receiver, String scheme) {
        var body = Json.object().put("url", receiver.url()).put("signing", scheme);
        body.putArray("events").add("booking.*");
        JsonNode created = partner.dispatcher().post("/api/webhooks", body).expect(201).data();
        return new SigningSubscription(partner, receiver, created.path("id").asText(), key(created));
    }

    /** @return the new key; the one before goes on signing for that long */
    String rotate(int overlapHours) {
        return key(partner.dispatcher()
                .post("/api/webhooks/" + id + "/rotate-secret", Json.object().put("overlap_hours", overlapHours)).expect(200)
                .data());
    }

    /** Has a test delivered. @return how it arrived */
    Received deliver() {
        partner.dispatcher().post("/api/webhooks/" + id + "/test", Json.object()).expect(200);
        var received = receiver.received();
        return received.get(received.size() - 1);
    }

    static Webhook library(String secret) {
        try {
            return new Webhook(secret);
        } catch (Exception e) {
            throw new AssertionError("The library does not accept the secret", e);
        }
    }

    private static String key(JsonNode answer) {
        String key = answer.path("secret").asText();
        return key.startsWith("whpk_") ? key : Confidential.note(key);
    }
}
