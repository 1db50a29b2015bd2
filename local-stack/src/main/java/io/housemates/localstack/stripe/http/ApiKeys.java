package io.housemates.localstack.stripe.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Knows the account's two keys and tells from a request who is calling. */
public final class ApiKeys {

    private final String secretKey;
    private final String publishableKey;

    public ApiKeys(String secretKey, String publishableKey) {
        this.secretKey = secretKey;
        this.publishableKey = publishableKey;
    }

    /**
     * @param authorization the header: Bearer, or Basic with the key as user name; may be null
     * @param form may hold the key as parameter {@code key}, as browsers send it
     */
    public Caller authenticate(String authorization, Form form) {
        String key = authorization == null ? form.text("key").orElse("") : keyIn(authorization);
        if (key.isEmpty()) {
            throw StripeError
                    .unauthorized("You did not provide an API key. You need to provide your API key in the Authorization "
                            + "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        }
        if (key.equals(secretKey)) {
            return Caller.SERVER;
        }
        if (key.equals(publishableKey)) {
            return Caller.BROWSER;
        }
        throw StripeError.unauthorized("Invalid API Key provided: " + masked(key));
    }

    private static String keyIn(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authorization.substring(7).trim();
        }
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return userIn(authorization.substring(6).trim());
        }
        return "";
    }

    private static String userIn(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String masked(String key) {
        return key.length() < 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
    }
}
