package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;

import io.housemates.platform.Ulids;

/**
 * A place in a list that stays where it is while bookings arrive: the last row that was shown.
 *
 * @param order of the list the place is in
 * @param arrival of that row, like {@code createdAt} and {@code id}
 * @param page the number of the page that begins behind it
 */
record Cursor(BookingOrder order, LocalDate arrival, Instant createdAt, String id, int page) {

    /** Of a year that PostgreSQL knows: others are written with a sign. */
    private static final String YEAR_AND_MORE = "\\d{4}-.{1,25}";

    static Cursor behind(Booking last, BookingOrder order, int page) {
        return new Cursor(order, last.period().startDate(), last.createdAt(), last.id(), page);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(
                        String.join("|", order.name(), arrival.toString(), createdAt.toString(), id, Integer.toString(page))
                                .getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException when it is none that was given out */
    static Cursor parse(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|");
        if (parts.length != 5 || !parts[1].matches(YEAR_AND_MORE) || !parts[2].matches(YEAR_AND_MORE)
                || !Ulids.isUlid(parts[3])) {
            throw new IllegalArgumentException("cursor");
        }
        try {
            return new Cursor(BookingOrder.valueOf(parts[0]), LocalDate.parse(parts[1]), Instant.parse(parts[2]), parts[3],
                    Integer.parseInt(parts[4]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @param column of {@link Listed} */
    Object value(String column) {
        return switch (column) {
            case "startDate" -> arrival;
            case "createdDay" -> LocalDate.ofInstant(createdAt, ZoneOffset.UTC);
            case "createdAt" -> createdAt;
            default -> id;
        };
    }
}
