package io.housemates.platform.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which page a client asks for.
 *
 * @param page counted from 1
 * @param perPage rows on a page, 1 to 100
 */
public record PageRequest(int page, int perPage) {

    private static final int MAX_PAGE = 1_000_000;

    /** Reads {@code page} (default 1) and {@code per_page} (default 10, at most 100), naming each that is wrong. */
    public static PageRequest of(String page, String perPage) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        int number = read("page", page, 1, MAX_PAGE, messages);
        int size = read("per_page", perPage, 10, 100, messages);
        if (!messages.isEmpty()) {
            throw new InvalidFieldsException(messages);
        }
        return new PageRequest(number, size);
    }

    public int offset() {
        return (page - 1) * perPage;
    }

    private static int read(String name, String text, int fallback, int max, Map<String, List<String>> messages) {
        if (text == null || text.isBlank()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.trim());
            if (value >= 1 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        messages.computeIfAbsent(name, key -> new ArrayList<>()).add("Must be a whole number from 1 to " + max + ".");
        return fallback;
    }
}
