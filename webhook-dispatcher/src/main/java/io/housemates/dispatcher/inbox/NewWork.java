package io.housemates.dispatcher.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import io.housemates.dispatcher.delivery.Delivery;
import io.housemates.dispatcher.delivery.NewDeliveries;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.vertx.mutiny.sqlclient.Row;

/**
 * What a batch of stored events leaves to do, one delivery for each match: leased to memory what can be sent at once, waiting
 * what must or may be later, held what is for a disabled subscription.
 */
final class NewWork {

    private final List<NewDeliveries.Row> waiting = new ArrayList<>();
    private final List<NewDeliveries.Row> held = new ArrayList<>();
    private final List<Delivery> leased = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> ordered = new HashSet<>();
    private final Supplier<String> ids;
    private final BiPredicate<String, Integer> canTake;
    private final long leaseMillis;
    private final long leaseEnds;

    /** @param canTake whether there is room in memory for that many more of a subscription */
    NewWork(Supplier<String> ids, BiPredicate<String, Integer> canTake, long leaseMillis) {
        this.ids = ids;
        this.canTake = canTake;
        this.leaseMillis = leaseMillis;
        this.leaseEnds = System.nanoTime() + leaseMillis * 1_000_000;
    }

    /** All that are to be made, those in memory included. */
    List<NewDeliveries.Row> waiting() {
        return waiting;
    }

    List<NewDeliveries.Row> held() {
        return held;
    }

    /** @param behind ids of those that have to wait after all */
    List<Delivery> leased(Set<String> behind) {
        return behind.isEmpty() ? leased : leased.stream().filter(delivery -> !behind.contains(delivery.id())).toList();
    }

    /** @param match a row of {@link EventRows} */
    void add(Row match, ReadEvent read) {
        if (!match.getBoolean("enabled")) {
            held.add(row(match, read.event(), 0, 0));
            return;
        }
        String subscription = match.getString("subscription_id");
        Long throttled = match.getLong("wait_ms");
        long wait = throttled == null ? 0 : Math.max(0, throttled);
        boolean head = ordered.add(subscription + " " + read.event().orderKey());
        if (head && wait == 0 && canTake.test(subscription, taken.merge(subscription, 1, Integer::sum))) {
            lease(match, read);
        } else {
            waiting.add(row(match, read.event(), wait, 0));
        }
    }

    private void lease(Row match, ReadEvent read) {
        OutgoingEvent event = read.event();
        NewDeliveries.Row row = row(match, event, leaseMillis, match.getLong("lease"));
        waiting.add(row);
        leased.add(new Delivery(row.id(), row.lease(), leaseEnds, row.subscriptionId(), match.getInteger("version"), event.id(),
                event.type(), event.createdAt(), event.traceparent(), read.opened(), 0, 0));
    }

    private NewDeliveries.Row row(Row match, OutgoingEvent event, long dueInMillis, long lease) {
        return new NewDeliveries.Row(ids.get(), match.getString("subscription_id"), event.partnerId(), event.id(),
                match.getOffsetDateTime("recorded_at"), event.type(), event.orderKey(), dueInMillis, lease);
    }
}
