package io.housemates.localstack.stripe.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code a[b][c]=1&d[]=2&d[]=3} into nested maps; list items get their position as name. */
final class BracketNotation {

    private BracketNotation() {
    }

    /** @throws StripeError 400 if it cannot be read */
    static void read(String encoded, Map<String, Object> into) {
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            put(into, decode(equals < 0 ? pair : pair.substring(0, equals)),
                    equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
    }

    private static void put(Map<String, Object> into, String key, String value) {
        Map<String, Object> target = into;
        int bracket = key.indexOf('[');
        String name = bracket < 0 ? key : key.substring(0, bracket);
        while (bracket >= 0) {
            int close = key.indexOf(']', bracket);
            if (close < 0 || name.isEmpty()) {
                throw StripeError.malformedBody("Invalid parameter name: " + key);
            }
            target = inner(target, name, key);
            String next = key.substring(bracket + 1, close);
            name = next.isEmpty() ? String.valueOf(target.size()) : next;
            bracket = key.indexOf('[', close);
        }
        target.put(name, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> outer, String name, String key) {
        if (outer.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> inner) {
            return (Map<String, Object>) inner;
        }
        throw StripeError.malformedBody("Parameter sent twice in different shapes: " + key);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.malformedBody("Invalid URL encoding in the request");
        }
    }
}
