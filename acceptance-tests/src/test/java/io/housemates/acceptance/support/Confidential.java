package io.housemates.acceptance.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret and personal text that a test handed to the system or got from it: none of it belongs in a log. */
public final class Confidential {

    private static final Set<String> TEXTS = ConcurrentHashMap.newKeySet();

    private Confidential() {
    }

    /** @return the text itself */
    public static String note(String text) {
        TEXTS.add(text);
        return text;
    }

    public static Set<String> texts() {
        return Set.copyOf(TEXTS);
    }
}
