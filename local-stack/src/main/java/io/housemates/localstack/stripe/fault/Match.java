package io.housemates.localstack.stripe.fault;

import java.util.regex.Pattern;

/**
 * Which requests or events a fault is meant for; what is null matches everything.
 *
 * @param path of a request without query; {@code *} stands for one segment, e.g. {@code /v1/payment_intents/*&#47;confirm}
 * @param idempotencyKey of a request
 * @param event type of an event, e.g. {@code payment_intent.succeeded}
 * @param object id of the object that the request's path names or the event tells of
 */
public record Match(String method, String path, String idempotencyKey, String event, String object) {

    static Match everything() {
        return new Match(null, null, null, null, null);
    }

    boolean matchesRequest(String method, String path, String idempotencyKey) {
        return (this.method == null || this.method.equalsIgnoreCase(method))
                && (this.path == null || pattern(this.path).matcher(path).matches())
                && same(this.idempotencyKey, idempotencyKey)
                && (object == null || path.contains("/" + object));
    }

    boolean matchesEvent(String type, String subject) {
        return same(event, type) && same(object, subject);
    }

    private static boolean same(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile("\\Q" + path.replace("*", "\\E[^/]+\\Q") + "\\E");
    }
}
