package io.housemates.checkout.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.platform.api.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The rooms on sale, with their periods on sale; what is not on sale is as if it did not exist. */
@ApplicationScoped
class Rooms {

    /** Served by booking_period_room. */
    static final String PERIODS = """
            SELECT b.room_id, b.id, b.start_date, b.end_date, b.price_per_week, b.holding_deposit, b.maximum_bookings,
                   b.maximum_bookings - b.held - b.booked AS units_left, r.currency
              FROM booking_period b JOIN room r ON r.id = b.room_id
             WHERE b.room_id = ANY($1) AND b.withdrawn_at IS NULL AND r.withdrawn_at IS NULL
             ORDER BY b.room_id, b.start_date, b.id""";

    private static final PageRequest ONE = new PageRequest(1, 1);

    private final Pool pool;

    Rooms(Pool pool) {
        this.pool = pool;
    }

    /** How many match; fails when none does. */
    Uni<Long> count(RoomQuery query) {
        return pool.preparedQuery(query.count()).execute(query.values())
                .map(rows -> rows.iterator().next().getLong(0))
                .invoke(total -> orNotFound(total > 0));
    }

    Uni<List<RoomView>> page(RoomQuery query, PageRequest page) {
        return pool.preparedQuery(query.page(page)).execute(query.values()).chain(this::withPeriods);
    }

    Uni<RoomView> get(String roomId) {
        return page(RoomQuery.ofId(roomId), ONE).invoke(rooms -> orNotFound(!rooms.isEmpty())).map(rooms -> rooms.get(0));
    }

    /** At least one, the earliest first. */
    Uni<List<PeriodOnSale>> periods(String roomId) {
        return periodsOf(List.of(roomId)).map(periods -> periods.getOrDefault(roomId, List.of()))
                .invoke(periods -> orNotFound(!periods.isEmpty()));
    }

    private Uni<List<RoomView>> withPeriods(RowSet<Row> rooms) {
        List<String> ids = new ArrayList<>();
        rooms.forEach(room -> ids.add(room.getString("id")));
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : periodsOf(ids).map(periods -> views(rooms, periods));
    }

    /** A room whose last period was withdrawn between the two questions is left out. */
    private static List<RoomView> views(RowSet<Row> rooms, Map<String, List<PeriodOnSale>> periods) {
        List<RoomView> views = new ArrayList<>();
        for (Row room : rooms) {
            if (periods.containsKey(room.getString("id"))) {
                views.add(RoomView.from(room, periods.get(room.getString("id"))));
            }
        }
        return views;
    }

    private Uni<Map<String, List<PeriodOnSale>>> periodsOf(List<String> roomIds) {
        return pool.preparedQuery(PERIODS).execute(Tuple.of(roomIds.toArray(String[]::new))).map(rows -> {
            Map<String, List<PeriodOnSale>> periods = new LinkedHashMap<>();
            for (Row row : rows) {
                periods.computeIfAbsent(row.getString("room_id"), id -> new ArrayList<>()).add(PeriodOnSale.of(row));
            }
            return periods;
        });
    }

    private static void orNotFound(boolean found) {
        if (!found) {
            throw CheckoutError.ROOM_TYPE_NOT_FOUND.exception();
        }
    }
}
