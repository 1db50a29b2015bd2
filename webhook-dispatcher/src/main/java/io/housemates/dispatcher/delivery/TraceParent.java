package io.housemates.dispatcher.delivery;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Carries the trace of the booking on to the partner: same trace id, a span id of this attempt (W3C Trace Context, level 1).
 */
final class TraceParent {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {
    }

    static String childOf(String parent) {
        if (parent != null && VALID.matcher(parent).matches()) {
            return parent.substring(0, 36) + span() + parent.substring(52);
        }
        return "00-" + span() + span() + "-" + span() + "-00";
    }

    private static String span() {
        long id;
        do {
            id = ThreadLocalRandom.current().nextLong();
        } while (id == 0);
        return String.format("%016x", id);
    }
}
