package io.housemates.dispatcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.github.f4b6a3.ulid.UlidCreator;

import io.housemates.dispatcher.event.OpenedBody;
import io.housemates.dispatcher.event.OutgoingEvent;
import io.housemates.dispatcher.event.StoredBody;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

@DispatcherTest
class EventIntakeTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Buffer BODY = Buffer.buffer("{}");

    @Inject
    EventIntake intake;

    @Inject
    Pool pool;

    /** As happens when a partition changes hands while its last batch is still being stored. */
    @Test
    void keepsTheOrderWhileAnotherInstanceStillStoresTheEventBefore() {
        try (var receiver = Receiver.answering(200)) {
            TestPartner partner = TestPartner.introduced();
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            String booking = UlidCreator.getUlid().toString();
            SqlConnection other = pool.getConnection().await().atMost(LONGEST);
            for (String step : List.of("BEGIN",
                    "INSERT INTO inbox (event_id, received_at) VALUES ('first" + booking + "', now())",
                    "INSERT INTO event (id, partner_id, type, order_key, created_at, body) VALUES ('evt_first" + booking
                            + "', '"
                            + partner.id() + "', 'booking.created', '" + booking + "', now(), '{}')",
                    "INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                            + "order_key, created_at, due_at, lease) VALUES ('" + booking + "', '" + subscribed.id() + "', '"
                            + partner.id() + "', 'evt_first" + booking + "', now(), 'booking.created', '" + booking
                            + "', now(), now() + interval '1 second', 1)")) {
                other.query(step).execute().await().atMost(LONGEST);
            }

            var taken = intake.take(List.of(event("first", booking, partner), event("second", booking, partner)))
                    .subscribeAsCompletionStage();
            await().during(Duration.ofMillis(200)).until(() -> !taken.isDone());
            other.query("COMMIT").execute().chain(other::close).await().atMost(LONGEST);

            await().until(() -> receiver.received().size() == 2);
            assertThat(taken).isCompleted();
            assertThat(receiver.ids()).containsExactly("evt_first" + booking, "evt_second" + booking);
        }
    }

    private static ReadEvent event(String name, String booking, TestPartner partner) {
        return new ReadEvent(name + booking,
                new OutgoingEvent("evt_" + name + booking, partner.id(), "booking.created", booking,
                        Instant.now(), null, StoredBody.of(BODY)),
                OpenedBody.of(BODY), null);
    }
}
