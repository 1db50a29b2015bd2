package io.housemates.checkout.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.cancellation.CancellationPolicies;
import io.housemates.platform.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is on sale. */
@ApplicationScoped
public class Offers {

    /** Served by the primary keys of room, property, operator and booking_period. */
    private static final String FIND = """
            SELECT p.operator_id, p.id AS property_id, p.name AS property_name, p.country, r.id AS room_id, r.name AS room_name,
                   r.currency, b.id AS period_id, b.start_date, b.end_date, b.price_per_week, b.holding_deposit,
                   b.held + b.booked < b.maximum_bookings AS available, o.cancellation_policy::text AS cancellation
              FROM room r
              JOIN property p ON p.id = r.property_id
              JOIN operator o ON o.id = p.operator_id
              LEFT JOIN booking_period b ON b.room_id = r.id AND b.id = $2 AND b.withdrawn_at IS NULL
             WHERE r.id = $1 AND p.operator_id::text = lower($3) AND r.withdrawn_at IS NULL""";

    private final Pool pool;
    private final CancellationPolicies policies;

    Offers(Pool pool, CancellationPolicies policies) {
        this.pool = pool;
        this.policies = policies;
    }

    /** The offer, if it is on sale and something of it is left; takes nothing. */
    public Uni<Offer> get(String roomId, String periodId, String operatorId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(roomId, periodId, operatorId)).map(this::onlyAvailable);
    }

    private Offer onlyAvailable(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw CheckoutError.ROOM_TYPE_NOT_FOUND.exception();
        }
        Row row = rows.iterator().next();
        if (row.getString("period_id") == null) {
            throw CheckoutError.BOOKING_PERIOD_NOT_FOUND.exception();
        }
        if (!row.getBoolean("available")) {
            throw CheckoutError.ROOM_NOT_AVAILABLE.exception();
        }
        return offer(row);
    }

    private Offer offer(Row row) {
        String currency = row.getString("currency");
        return new Offer(row.getUUID("operator_id").toString(), row.getString("property_id"), row.getString("property_name"),
                row.getString("country"), row.getString("room_id"), row.getString("room_name"), row.getString("period_id"),
                row.getLocalDate("start_date"), row.getLocalDate("end_date"),
                new Money(row.getLong("price_per_week"), currency), new Money(row.getLong("holding_deposit"), currency),
                policies.read(row.getString("cancellation")));
    }
}
