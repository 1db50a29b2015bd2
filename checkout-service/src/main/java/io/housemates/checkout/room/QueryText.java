package io.housemates.checkout.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.core.MultivaluedMap;

import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.api.PageRequest;

/** The values of a query string, read one by one; whatever is wrong is collected and told at once. */
final class QueryText {

    private final MultivaluedMap<String, String> query;
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    QueryText(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /** Null where the parameter is missing, blank or wrong. */
    String text(String name) {
        return read(name, text -> text, null);
    }

    /** @param reader throws any {@link RuntimeException} where the value is wrong */
    <T> T read(String name, Function<String, T> reader, String message) {
        String text = query.getFirst(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.trim());
        } catch (RuntimeException e) {
            refuse(name, message);
            return null;
        }
    }

    void refuse(String name, String message) {
        wrong.computeIfAbsent(name, key -> new ArrayList<>()).add(message);
    }

    /** The page asked for, once everything else is read. */
    PageRequest pageOrRefuse() {
        PageRequest page = null;
        try {
            page = PageRequest.of(query.getFirst("page"), query.getFirst("per_page"));
        } catch (InvalidFieldsException e) {
            wrong.putAll(e.messages());
        }
        if (!wrong.isEmpty()) {
            throw new InvalidFieldsException(wrong);
        }
        return page;
    }
}
