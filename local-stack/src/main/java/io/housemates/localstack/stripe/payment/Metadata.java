package io.housemates.localstack.stripe.payment;

import java.util.LinkedHashMap;
import java.util.Map;

import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.StripeError;

/** Applies the {@code metadata} parameter: values are merged, an empty value removes its key, Stripe's limits hold. */
final class Metadata {

    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 500;

    private Metadata() {
    }

    static Map<String, String> merged(Map<String, String> before, Form form) {
        Map<String, String> after = new LinkedHashMap<>(before);
        form.form("metadata").strings().forEach((key, value) -> {
            check(key, value);
            if (value.isEmpty()) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        if (after.size() > MOST_KEYS) {
            throw StripeError.invalid("metadata", "Metadata can have up to " + MOST_KEYS + " keys.");
        }
        return after;
    }

    private static void check(String key, String value) {
        if (key.length() > LONGEST_KEY) {
            throw StripeError.invalid("metadata", "Metadata keys can have up to " + LONGEST_KEY + " characters.");
        }
        if (value.length() > LONGEST_VALUE) {
            throw StripeError.invalid("metadata",
                    "Metadata values can have up to " + LONGEST_VALUE + " characters, but you passed "
                            + "in a value that is " + value.length() + " characters.");
        }
    }
}
