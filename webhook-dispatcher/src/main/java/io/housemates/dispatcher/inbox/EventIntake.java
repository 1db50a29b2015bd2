package io.housemates.dispatcher.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.dispatcher.delivery.Delivery;
import io.housemates.dispatcher.delivery.DeliverySettings;
import io.housemates.dispatcher.delivery.Lanes;
import io.housemates.dispatcher.delivery.NewDeliveries;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Stores a batch of events with one delivery per matching subscription in one transaction, then hands the deliveries over in
 * memory: their first attempts need no look into the database.
 *
 * <p>
 * What finds no room in memory, or stands behind another event of its booking, is stored without a lease and claimed when due.
 */
@ApplicationScoped
public class EventIntake {

    private final Pool pool;
    private final NewDeliveries deliveries;
    private final Lanes lanes;
    private final Ulids ulids;
    private final Quarantine quarantine;
    private final long leaseMillis;

    EventIntake(Pool pool, NewDeliveries deliveries, Lanes lanes, Ulids ulids, Quarantine quarantine,
            DeliverySettings settings) {
        this.pool = pool;
        this.deliveries = deliveries;
        this.lanes = lanes;
        this.ulids = ulids;
        this.quarantine = quarantine;
        this.leaseMillis = settings.lease().toMillis();
    }

    /** Completes when everything is stored; events that were stored before change nothing. */
    Uni<Void> take(Collection<ReadEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(connection -> store(connection, List.copyOf(events)))
                .invoke(lanes::offer)
                .invoke(() -> events.stream().filter(read -> read.misfit() != null)
                        .forEach(read -> quarantine.counted(read.event(), read.misfit())))
                .replaceWithVoid();
    }

    /** @return what is leased to this instance */
    private Uni<List<Delivery>> store(SqlConnection connection, List<ReadEvent> events) {
        NewWork work = new NewWork(ulids::nextInOrder, lanes::canTake, leaseMillis);
        return EventRows.store(connection, events).invoke(matches -> plan(matches, events, work))
                .chain(() -> deliveries.held(connection, work.held()))
                .chain(() -> deliveries.waiting(connection, work.waiting()))
                .map(work::leased);
    }

    private static void plan(Iterable<Row> matches, List<ReadEvent> events, NewWork work) {
        Map<String, ReadEvent> byId = new HashMap<>();
        events.forEach(read -> byId.put(read.event().id(), read));
        matches.forEach(match -> work.add(match, byId.get(match.getString("id"))));
    }
}
