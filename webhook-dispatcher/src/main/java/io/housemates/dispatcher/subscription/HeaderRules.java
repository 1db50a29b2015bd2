package io.housemates.dispatcher.subscription;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which headers a partner may have sent along: well-formed ones that are neither ours nor the connection's own. */
final class HeaderRules {

    private static final int MOST = 20;
    /** Servers take 8 KiB of headers as a rule, ours among them. */
    private static final int LONGEST_TOGETHER = 6_000;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,2000}");
    private static final Set<String> RESERVED = Set.of("host", "content-length", "content-type", "content-encoding",
            "transfer-encoding", "connection", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer",
            "upgrade", "expect", "user-agent", "traceparent", "tracestate", "authorization", "accept-encoding");

    private HeaderRules() {
    }

    /** What is wrong, one text for each broken rule. */
    static Stream<String> broken(Map<String, String> headers) {
        return Stream.concat(
                Stream.concat(headers.size() > MOST ? Stream.of("Must be at most " + MOST + ".") : Stream.empty(),
                        length(headers) > LONGEST_TOGETHER
                                ? Stream.of("Must be at most " + LONGEST_TOGETHER + " characters together.")
                                : Stream.empty()),
                headers.entrySet().stream().flatMap(header -> broken(header.getKey(), header.getValue()).stream()));
    }

    private static int length(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + (header.getValue() == null ? 0 : header.getValue().length()))
                .sum();
    }

    /** A bearer token is sent as a header's value. */
    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    private static Optional<String> broken(String name, String value) {
        if (!NAME.matcher(name).matches() || value == null || !isValue(value)) {
            return Optional.of("Must be header names with printable ASCII values.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || lower.startsWith("webhook-") ? Optional.of("The header " + lower + " is reserved.")
                : Optional.empty();
    }
}
