package io.housemates.dispatcher.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;

import io.vertx.core.MultiMap;

/** One webhook as it arrived. */
public record Received(MultiMap headers, String body, long at) {

    /** Throws unless the published library accepts the signature. */
    public Received verifiedWith(String secret) {
        try {
            Map<String, List<String>> all = new HashMap<>();
            headers.names().forEach(name -> all.put(name.toLowerCase(), headers.getAll(name)));
            new Webhook(secret).verify(body, all);
            return this;
        } catch (Exception refused) {
            throw new AssertionError("signature refused", refused);
        }
    }
}
