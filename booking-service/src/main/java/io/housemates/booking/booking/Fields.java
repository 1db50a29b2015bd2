package io.housemates.booking.booking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.housemates.platform.api.InvalidFieldsException;

/** Reads optional request fields and remembers which were wrong, so that all are told at once. */
final class Fields {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu")
            .withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    LocalDate date(String name, String text) {
        return read(name, text, Fields::day, "Must be a date, DD-MM-YYYY.");
    }

    /** The pattern takes years of many digits too, PostgreSQL does not. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text, DATE);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException(text);
        }
        return day;
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

    void throwIfWrong() {
        if (!wrong.isEmpty()) {
            throw new InvalidFieldsException(wrong);
        }
    }
}
