package io.housemates.dispatcher.delivery;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Records an event of our own making, with a delivery to each endpoint of the partner that wants it and is not what it is
 * about.
 */
@ApplicationScoped
public class EventStore {

    /** Served by subscription_partner. */
    private static final String STORE = """
            WITH stored AS (
              INSERT INTO event (id, partner_id, type, order_key, created_at, body, traceparent, key_id, sealed)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
              RETURNING recorded_at)
            SELECT s.id, s.enabled, stored.recorded_at FROM stored
              JOIN subscription s ON s.partner_id = $2 AND s.deleted_at IS NULL AND s.id <> $4
               AND s.events && ARRAY[$3::text, split_part($3, '.', 1) || '.*', '*']
            """;

    private final NewDeliveries deliveries;
    private final Ulids ulids;

    EventStore(NewDeliveries deliveries, Ulids ulids) {
        this.deliveries = deliveries;
        this.ulids = ulids;
    }

    /** @param event an operational one has the subscription it is about as its order key: that one does not get it */
    public Uni<Void> publish(SqlConnection connection, OutgoingEvent event) {
        return connection.preparedQuery(STORE).execute(Tuple.tuple().addString(event.id()).addString(event.partnerId())
                .addString(event.type()).addString(event.orderKey())
                .addOffsetDateTime(event.createdAt().atOffset(ZoneOffset.UTC))
                .addValue(event.body().clear()).addString(event.traceparent()).addString(event.body().keyId())
                .addValue(event.body().sealed()))
                .chain(matches -> {
                    List<NewDeliveries.Row> waiting = new ArrayList<>();
                    List<NewDeliveries.Row> held = new ArrayList<>();
                    for (Row match : matches) {
                        (match.getBoolean("enabled") ? waiting : held)
                                .add(new NewDeliveries.Row(ulids.nextInOrder(), match.getString("id"), event.partnerId(),
                                        event.id(),
                                        match.getOffsetDateTime("recorded_at"), event.type(), event.orderKey(), 0, 0));
                    }
                    return deliveries.waiting(connection, waiting).chain(() -> deliveries.held(connection, held));
                });
    }
}
