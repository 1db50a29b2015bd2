package io.housemates.booking.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** The orders in which bookings can be listed; the id decides among equals, so that no two lists differ. */
enum BookingOrder {

    NEWEST("createdAt", "desc", booking -> booking.createdAt().toString(), Instant::parse),
    OLDEST("createdAt", "asc", booking -> booking.createdAt().toString(), Instant::parse),
    ARRIVAL("period.startDate", "asc", booking -> booking.period().startDate().toString(), LocalDate::parse),
    LATEST_ARRIVAL("period.startDate", "desc", booking -> booking.period().startDate().toString(), LocalDate::parse);

    private static final Map<String, Boolean> ASCENDING = Map.of("asc", true, "desc", false);

    private final String column;
    private final String direction;
    private final Function<Booking, String> value;
    private final Function<String, Object> parse;

    BookingOrder(String column, String direction, Function<Booking, String> value, Function<String, Object> parse) {
        this.column = column;
        this.direction = direction;
        this.value = value;
        this.parse = parse;
    }

    static BookingOrder of(BookingListRequest request, Fields fields) {
        Boolean arrival = fields.read("sort[arrival]", request.sortArrival, BookingOrder::isAscending, "Must be asc or desc.");
        Boolean created = fields.read("sort[created_at]", request.sortCreatedAt, BookingOrder::isAscending,
                "Must be asc or desc.");
        if (arrival != null) {
            return arrival ? ARRIVAL : LATEST_ARRIVAL;
        }
        return Boolean.TRUE.equals(created) ? OLDEST : NEWEST;
    }

    String hql() {
        return column + " " + direction + ", id " + direction;
    }

    /**
     * The same order in words that no index answers: PostgreSQL believes that bookings arrive in no relation to when they were
     * made, and would look through all newer ones for those of a past month.
     */
    String hqlOfNoIndex() {
        return "coalesce(" + column + ", " + column + ") " + direction + ", id " + direction;
    }

    /** The column alone. */
    String column() {
        return column;
    }

    boolean isByArrival() {
        return this == ARRIVAL || this == LATEST_ARRIVAL;
    }

    /** By what the booking is sorted, as text. */
    String valueOf(Booking booking) {
        return value.apply(booking);
    }

    /** Leaves what comes behind the place. */
    Conditions after(Cursor place, Conditions conditions) {
        return conditions
                .and("(" + column + ", id) " + ("asc".equals(direction) ? ">" : "<") + " (:afterValue, :afterId)", "afterValue",
                        parse.apply(place.value()))
                .with("afterId", place.id());
    }

    private static Boolean isAscending(String text) {
        if (!ASCENDING.containsKey(text)) {
            throw new IllegalArgumentException(text);
        }
        return ASCENDING.get(text);
    }
}
