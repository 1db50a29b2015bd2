package io.housemates.checkout.catalogue;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Keeps in each room what a search for rooms reads: its cheapest price and its move-in dates on sale, its city, country and
 * operator. To be called after every change of a room, its property or its periods.
 */
@ApplicationScoped
class OnSale {

    /** Served by the primary key; others who change the same rooms wait, and then see what we wrote. */
    private static final String LOCK_ROOMS = "SELECT id FROM room WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE";
    /** Served by room_property. */
    private static final String LOCK_PROPERTIES = """
            SELECT id FROM room WHERE property_id = ANY($1) ORDER BY id FOR NO KEY UPDATE""";
    /** Served by the primary keys of room and property, and by booking_period_room. */
    private static final String REFRESH = """
            UPDATE room SET operator_id = now.operator_id, city = now.city, country = now.country, price = now.price,
                   move_in_dates = now.move_in_dates
              FROM (SELECT r.id, p.operator_id, lower(trim(p.city)) AS city, p.country, b.move_in_dates,
                           b.price_per_week / power(10::numeric, r.currency_decimals) AS price
                      FROM room r
                      JOIN property p ON p.id = r.property_id
                      LEFT JOIN LATERAL (
                           SELECT min(price_per_week) AS price_per_week,
                                  range_agg(daterange(start_date, start_date, '[]')) AS move_in_dates
                             FROM booking_period
                            WHERE room_id = r.id AND withdrawn_at IS NULL AND r.withdrawn_at IS NULL) b ON true
                     WHERE r.id = ANY($1)) now
             WHERE room.id = now.id
               AND (room.operator_id, room.city, room.country, room.price, room.move_in_dates) IS DISTINCT FROM
                   (now.operator_id, now.city, now.country, now.price, now.move_in_dates)""";

    /** Served by the primary key. */
    private static final String BEHIND = "SELECT id FROM room WHERE id > $1 ORDER BY id LIMIT $2";

    private final Pool pool;

    OnSale(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> refreshRooms(Collection<String> roomIds) {
        return refresh(LOCK_ROOMS, roomIds);
    }

    Uni<Void> refreshProperties(Collection<String> propertyIds) {
        return refresh(LOCK_PROPERTIES, propertyIds);
    }

    /**
     * The next rooms behind an id, for a walk over all of them.
     *
     * @return the last of them, null when there is none
     */
    Uni<String> refreshBehind(String id, int count) {
        return pool.preparedQuery(BEHIND).execute(Tuple.of(id, count))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList())
                .chain(ids -> refreshRooms(ids).replaceWith(() -> ids.isEmpty() ? null : ids.get(ids.size() - 1)));
    }

    /** The lock is a statement of its own: the next one then reads what others committed before they gave it up. */
    private Uni<Void> refresh(String lock, Collection<String> ids) {
        return pool.withTransaction(connection -> connection.preparedQuery(lock).execute(texts(ids))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList())
                .chain(rooms -> refresh(connection, rooms)));
    }

    private static Uni<Void> refresh(SqlConnection connection, Collection<String> roomIds) {
        return roomIds.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(REFRESH).execute(texts(roomIds)).replaceWithVoid();
    }

    private static Tuple texts(Collection<String> ids) {
        return Tuple.of(ids.toArray(String[]::new));
    }
}
