package io.housemates.booking.booking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The orders in which bookings can be listed, each that of an index; in the end the id decides among equals, so that no two
 * lists differ.
 */
enum BookingOrder {

    NEWEST(List.of("createdDay", "createdAt", "bookingId"), "desc"),
    OLDEST(NEWEST.columns, "asc"),
    ARRIVAL(List.of("startDate", "createdDay", "createdAt", "bookingId"), "asc"),
    LATEST_ARRIVAL(ARRIVAL.columns, "desc");

    private static final Map<String, Boolean> ASCENDING = Map.of("asc", true, "desc", false);

    private final List<String> columns;
    private final String direction;

    BookingOrder(List<String> columns, String direction) {
        this.columns = columns;
        this.direction = direction;
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
        return columns.stream().map(column -> column + " " + direction).collect(Collectors.joining(", "));
    }

    /** The same order in words that no index answers. */
    String hqlOfNoIndex() {
        return "coalesce(" + day() + ", " + day() + ") " + direction + ", " + hql();
    }

    /** The day that it goes by. */
    String day() {
        return columns.get(0);
    }

    /** Leaves what comes behind the place. */
    Conditions after(Cursor place, Conditions conditions) {
        columns.forEach(column -> conditions.with("after_" + column, place.value(column)));
        return conditions.and("(" + String.join(", ", columns) + ")" + ("asc".equals(direction) ? " > " : " < ")
                + "(:after_" + String.join(", :after_", columns) + ")", "after_bookingId", place.id());
    }

    private static Boolean isAscending(String text) {
        if (!ASCENDING.containsKey(text)) {
            throw new IllegalArgumentException(text);
        }
        return ASCENDING.get(text);
    }
}
