package io.housemates.localstack.stripe.state;

import java.security.SecureRandom;

/** The one factory of ids and client secrets, in the shape Stripe gives them. */
public final class Ids {

    private static final char[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 24;

    private Ids() {
    }

    /** For example {@code pi_3Qx…} for the prefix {@code pi}. */
    public static String next(String prefix) {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder(prefix.length() + LENGTH + 1).append(prefix).append('_');
        for (byte b : bytes) {
            id.append(LETTERS[(b & 0xff) % LETTERS.length]);
        }
        return id.toString();
    }
}
