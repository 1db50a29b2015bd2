package io.housemates.platform.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/** Days as the REST API writes them: 31-12-2026. */
public final class WireDate {

    /** A pattern's year would take signs and more digits, and PostgreSQL would not. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().appendPattern("dd-MM-")
            .appendValue(ChronoField.YEAR, 4).toFormatter().withResolverStyle(ResolverStyle.STRICT);

    private WireDate() {
    }

    /** @throws DateTimeException when it is no day, or one before the year 1 */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text, FORMAT);
        if (day.getYear() < 1) {
            throw new DateTimeException("Before the year 1");
        }
        return day;
    }

    public static String text(LocalDate day) {
        return day.format(FORMAT);
    }
}
