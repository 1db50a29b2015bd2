package io.housemates.dispatcher.egress;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;

/**
 * The host of a subscribed URL in the one spelling that is resolved, vetted and sent.
 *
 * <p>
 * Other programs read {@code 127.1}, {@code 0x7f.1} and {@code 2130706433} as 127.0.0.1. A host whose last label is a
 * number must therefore be a plain dotted-decimal address, or it is refused (WHATWG URL standard, 'ends in a
 * number').
 */
public final class HostName {

    private static final Pattern NUMERIC = Pattern.compile("(0x[0-9a-f]*|[0-9]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern
            .compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    private HostName() {
    }

    /** @throws EgressRefused when the text is no host name and no plain address */
    static String normalise(String host) {
        if (host == null || host.isBlank()) {
            throw new EgressRefused("the URL has no host");
        }
        if (host.startsWith("[") && literal(host).isPresent()) {
            return host;
        }
        String ascii = ascii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        boolean endsInNumber = NUMERIC.matcher(ascii.substring(ascii.lastIndexOf('.') + 1)).matches();
        if (endsInNumber && literal(ascii).isEmpty()) {
            throw new EgressRefused("the host is an address in an ambiguous spelling");
        }
        if (ascii.length() > 253 || !NAME.matcher(ascii).matches()) {
            throw new EgressRefused("the host is not a valid name");
        }
        return ascii;
    }

    /** The address that the text spells out, brackets of IPv6 allowed; IPv4 only as four plain decimal numbers. */
    static Optional<InetAddress> literal(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        boolean plain = bare.indexOf('%') < 0 && (NetUtil.isValidIpV6Address(bare) || plainIpV4(bare));
        return plain ? Optional.of(Network.address(NetUtil.createByteArrayFromIpAddressString(bare))) : Optional.empty();
    }

    private static boolean plainIpV4(String text) {
        if (!NetUtil.isValidIpV4Address(text)) {
            return false;
        }
        for (String part : text.split("\\.")) {
            if (part.length() > 1 && part.startsWith("0")) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            throw new EgressRefused("the host is not a valid name");
        }
    }
}
