package io.housemates.checkout.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.checkout.api.CheckoutError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Takes rooms and booking periods off sale; checkouts under way go on, they have what they were offered. */
@ApplicationScoped
class Withdrawals {

    private static final Logger LOG = Logger.getLogger(Withdrawals.class);
    private static final String ROOM = """
            UPDATE room SET withdrawn_at = coalesce(withdrawn_at, $2) WHERE id = $1 RETURNING id AS room_id, withdrawn_at""";
    private static final String PERIOD = """
            UPDATE booking_period SET withdrawn_at = coalesce(withdrawn_at, $2) WHERE id = $1 RETURNING room_id, withdrawn_at""";

    private final Pool pool;
    private final OnSale onSale;
    private final Clock clock;

    Withdrawals(Pool pool, OnSale onSale, Clock clock) {
        this.pool = pool;
        this.onSale = onSale;
        this.clock = clock;
    }

    Uni<Withdrawn> room(String id) {
        return withdraw(ROOM, id, CheckoutError.ROOM_TYPE_NOT_FOUND);
    }

    Uni<Withdrawn> period(String id) {
        return withdraw(PERIOD, id, CheckoutError.BOOKING_PERIOD_NOT_FOUND);
    }

    private Uni<Withdrawn> withdraw(String sql, String id, CheckoutError unknown) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(sql).execute(Tuple.of(id, now))
                .map(rows -> first(rows, unknown))
                .call(row -> onSale.refreshRooms(List.of(row.getString("room_id"))))
                .map(row -> new Withdrawn(id, row.getOffsetDateTime("withdrawn_at").toInstant()))
                .invoke(withdrawn -> LOG.infof("Withdrawn id=%s", id));
    }

    private static Row first(RowSet<Row> rows, CheckoutError unknown) {
        if (rows.size() == 0) {
            throw unknown.exception();
        }
        return rows.iterator().next();
    }
}
