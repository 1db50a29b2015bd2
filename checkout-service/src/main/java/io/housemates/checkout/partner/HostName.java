package io.housemates.checkout.partner;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A public host name as DNS and browsers write it: ASCII, lower case, at least two labels, not an address. */
final class HostName {

    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z0-9-]*[a-z])" + LABEL);

    private HostName() {
    }

    /** Of {@code Zimmer-München.example}: {@code xn--zimmer-mnchen-3ob.example}; empty when it is no host name. */
    static Optional<String> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= LONGEST && NAME.matcher(ascii).matches() && isSame(ascii, lower) ? Optional.of(ascii)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host that a request came for, without its port. */
    static String ofHeader(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("\\.?(:\\d*)?$", "");
    }

    /**
     * The JDK knows the names of 2003; letters that mean another name since (the German sharp s) are refused, their ASCII form
     * is not.
     */
    private static boolean isSame(String ascii, String given) {
        return given.equals(ascii) || IDN.toUnicode(ascii).equals(given);
    }
}
