package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.Base64;

import io.housemates.platform.Ulids;

/**
 * A place in a list that stays where it is while bookings arrive: the last row that was shown.
 *
 * @param order of the list the place is in
 * @param value what that row is sorted by
 * @param page the number of the page that begins behind it
 */
record Cursor(BookingOrder order, String value, String id, int page) {

    /** Of a year that PostgreSQL knows: others are written with a sign. */
    private static final String YEAR_AND_MORE = "\\d{4}-.{1,25}";

    static Cursor behind(Booking last, BookingOrder order, int page) {
        return new Cursor(order, order.valueOf(last), last.id(), page);
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join("|", order.name(), value, id, Integer.toString(page)).getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException when it is none that was given out */
    static Cursor parse(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|");
        if (parts.length != 4 || !parts[1].matches(YEAR_AND_MORE) || !Ulids.isUlid(parts[2])) {
            throw new IllegalArgumentException("cursor");
        }
        try {
            var cursor = new Cursor(BookingOrder.valueOf(parts[0]), parts[1], parts[2], Integer.parseInt(parts[3]));
            cursor.order.after(cursor, new Conditions());
            return cursor;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
