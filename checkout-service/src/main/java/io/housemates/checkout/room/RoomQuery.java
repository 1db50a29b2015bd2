package io.housemates.checkout.room;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.housemates.checkout.room.RoomSearch.Direction;
import io.housemates.platform.api.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;

/**
 * The SQL of a search. It decides by the room's own columns, so that booking periods are read for the rooms of a page only;
 * each condition and the order is served by the index {@code room_on_sale_} of its column.
 */
final class RoomQuery {

    private static final String COLUMNS = """
            SELECT r.id, r.operator_id, r.name, r.images, r.amenities, r.universities, r.currency, p.id AS property_id,
                   p.name AS property_name, p.slug, p.first_line, p.second_line, p.city AS property_city, p.region, p.postcode,
                   p.country AS property_country
              FROM (SELECT * FROM room r WHERE %s ORDER BY %s LIMIT %d OFFSET %d) r
              JOIN property p ON p.id = r.property_id ORDER BY %s""";

    private final List<String> conditions = new ArrayList<>(List.of("r.price IS NOT NULL"));
    private final List<Object> values = new ArrayList<>();
    private String order = "r.id";

    private RoomQuery() {
    }

    static RoomQuery ofId(String roomId) {
        return new RoomQuery().where("r.id = ?", roomId);
    }

    static RoomQuery of(RoomSearch search) {
        var query = new RoomQuery()
                .where("r.city = lower(?::text)", search.city())
                .where("r.price >= ?", numeric(search.minPrice()))
                .where("r.price <= ?", numeric(search.maxPrice()))
                .where("r.country = ?", search.country())
                .where("r.operator_id = ?", search.operatorId())
                .where("r.property_id = ?", search.propertyId())
                .where("r.university_keys @> ARRAY[lower(?::text)]", search.university())
                .whereMovingIn(search.moveInFrom(), search.moveInTo());
        query.order = order(search);
        return query;
    }

    String count() {
        return "SELECT count(*) FROM room r WHERE " + where();
    }

    String page(PageRequest page) {
        return COLUMNS.formatted(where(), order, page.perPage(), page.offset(), order);
    }

    Tuple values() {
        return Tuple.from(values);
    }

    private RoomQuery where(String condition, Object value) {
        if (value != null) {
            values.add(value);
            conditions.add(condition.replace("?", "$" + values.size()));
        }
        return this;
    }

    private RoomQuery whereMovingIn(LocalDate from, LocalDate to) {
        if (from != null || to != null) {
            values.add(from);
            values.add(to);
            conditions.add("r.move_in_dates && daterange($%d::date, $%d::date, '[]')".formatted(values.size() - 1,
                    values.size()));
        }
        return this;
    }

    private String where() {
        return String.join(" AND ", conditions);
    }

    /** The id makes the order a total one; it runs the same way, so that an index can be read backwards. */
    private static String order(RoomSearch search) {
        if (search.sorts().isEmpty()) {
            return "r.price, r.id";
        }
        Direction last = search.sorts().values().stream().reduce((first, second) -> second).orElseThrow();
        return Stream.concat(search.sorts().entrySet().stream().map(sort -> sort.getKey().sql() + " " + sort.getValue()),
                Stream.of("r.id " + last)).collect(Collectors.joining(", "));
    }

    private static Numeric numeric(BigDecimal amount) {
        return amount == null ? null : Numeric.create(amount);
    }
}
