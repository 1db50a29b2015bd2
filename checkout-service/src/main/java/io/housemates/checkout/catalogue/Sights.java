package io.housemates.checkout.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** What students are shown beside an offer that was made to them: where it is, and whether anything of it is left now. */
@ApplicationScoped
public class Sights {

    /** Served by the primary keys of booking_period and property; a period withdrawn since is honoured. */
    private static final String OF = """
            SELECT p.first_line, p.second_line, p.city, p.region, p.postcode, p.country,
                   b.held + b.booked < b.maximum_bookings AS available
              FROM property p, booking_period b WHERE p.id = $1 AND b.id = $2""";

    private final Pool pool;

    Sights(Pool pool) {
        this.pool = pool;
    }

    public Uni<Sight> of(Offer offer) {
        return pool.preparedQuery(OF).execute(Tuple.of(offer.propertyId(), offer.periodId())).map(Sights::read);
    }

    private static Sight read(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Sight(new PostalAddress(row.getString("first_line"), row.getString("second_line"), row.getString("city"),
                row.getString("region"), row.getString("postcode"), row.getString("country")), row.getBoolean("available"));
    }
}
