package io.housemates.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Invariant 5, which no service can check alone: a completed session is one booking, one booking.created, and one delivery
 * for each endpoint that was subscribed.
 */
final class BookingTrail {

    private static final String SOLD = """
            SELECT booking_id || ' session ' || id || ' partner ' || partner_id FROM checkout_session WHERE state = 'COMPLETED'""";
    private static final String BOOKED = "SELECT id || ' session ' || session_id || ' partner ' || partner_id FROM booking";
    private static final String WAITING = "SELECT type || ' ' || aggregateid FROM outbox";
    private static final String TOLD = "SELECT order_key FROM event WHERE type = 'booking.created'";
    private static final String NOT_DELIVERED_ONCE = """
            SELECT 'event ' || e.id || ' subscription ' || s.id || ' deliveries ' || count(d.id)
              FROM event e JOIN subscription s ON s.partner_id = e.partner_id AND s.created_at < e.recorded_at
               AND s.events && ARRAY['booking.created', 'booking.*', '*']
              LEFT JOIN delivery d ON d.event_id = e.id AND d.subscription_id = s.id
             WHERE e.type = 'booking.created' AND s.deleted_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM replay r WHERE r.subscription_id = s.id)
             GROUP BY e.id, s.id HAVING count(d.id) <> 1""";

    private BookingTrail() {
    }

    static void assertUnbroken() {
        assertThat(Database.CHECKOUT.column(WAITING)).as("checkout's outbox").isEmpty();
        assertThat(Database.BOOKING.column(BOOKED)).as("bookings")
                .containsExactlyInAnyOrderElementsOf(Database.CHECKOUT.column(SOLD));
        assertThat(Database.BOOKING.column(WAITING)).as("booking's outbox").isEmpty();
        assertToldOnce(Database.BOOKING.column("SELECT id FROM booking"));
        assertThat(Database.DISPATCHER.column(NOT_DELIVERED_ONCE)).as("not exactly one delivery").isEmpty();
    }

    private static void assertToldOnce(List<String> bookings) {
        Map<String, Integer> once = bookings.stream().collect(Collectors.toMap(Function.identity(), booking -> 1));
        Map<String, Integer> onKafka = new Topic("bookings").events("booking.created").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, events -> events.getValue().size()));
        assertThat(onKafka).as("booking.created events by booking").isEqualTo(once);
        assertThat(Database.DISPATCHER.column(TOLD)).as("events at the dispatcher")
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(bookings));
    }
}
