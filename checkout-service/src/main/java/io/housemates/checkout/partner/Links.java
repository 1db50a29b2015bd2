package io.housemates.checkout.partner;

import java.net.URI;
import java.net.URISyntaxException;

/** The addresses that a partner may have on its pages. */
final class Links {

    /** Characters. */
    static final int LONGEST = 2_000;

    private Links() {
    }

    /** A whole https address with a host and without a password, as it travels: ASCII, blanks escaped. */
    static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
                    && text.chars().allMatch(c -> c < 128);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
