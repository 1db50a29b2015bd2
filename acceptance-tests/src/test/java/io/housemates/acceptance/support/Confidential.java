package io.housemates.acceptance.support;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

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

    /** The same for a member of an answer; one that is null has nothing to hide. */
    public static String note(JsonNode member) {
        return member.isTextual() ? note(member.asText()) : member.asText();
    }

    public static Set<String> texts() {
        return Set.copyOf(TEXTS);
    }
}
