package io.housemates.booking.booking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.housemates.platform.api.InvalidFieldsException;
import io.housemates.platform.api.PageRequest;
import io.housemates.platform.api.WireDate;

/** Reads optional request fields and remembers which were wrong, so that all are told at once. */
final class Fields {

    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    LocalDate date(String name, String text) {
        return read(name, text, WireDate::parse, "Must be a date, DD-MM-YYYY.");
    }

    /** @param parse throws when the text is wrong */
    <T> T read(String name, String text, Function<String, T> parse, String message) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong.put(name, List.of(message));
            return null;
        }
    }

    /** The first page where it is wrong. */
    PageRequest page(String page, String perPage) {
        try {
            return PageRequest.of(page, perPage);
        } catch (InvalidFieldsException e) {
            wrong.putAll(e.messages());
            return PageRequest.of(null, null);
        }
    }

    void refuse(List<String> names, String message) {
        names.forEach(name -> wrong.put(name, List.of(message)));
    }

    void throwIfWrong() {
        if (!wrong.isEmpty()) {
            throw new InvalidFieldsException(wrong);
        }
    }
}
