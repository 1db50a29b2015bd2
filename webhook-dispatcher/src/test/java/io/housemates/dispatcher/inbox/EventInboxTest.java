package io.housemates.dispatcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.SealedEvent;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;
import io.micrometer.core.instrument.MeterRegistry;

/** One event that cannot be stored, now or ever, keeps nobody else's from it. */
@DispatcherTest
class EventInboxTest {

    private static final String DEAD_LETTERS = "bookings.dead-letter.webhook-dispatcher";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    KeyEncryptionKey master;

    @Inject
    Database database;

    @Inject
    MeterRegistry registry;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void anEventWithoutItsKeyHoldsUpOnlyItsOwnBooking() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.*");
            var booking = Booking.of(partner);
            SealedEvent created = SealedEvent.of(partner, booking.id(), "late@example.com");

            String first = created.create();
            String second = booking.cancel();
            for (int i = 0; i < 12; i++) {
                String other = Booking.of(partner).create();
                await().atMost(LONGEST).until(() -> receiver.ids().contains(other));
            }
            await().atMost(LONGEST).until(() -> parked(booking.id()) == 2);
            assertThat(receiver.ids()).doesNotContain(first, second);
            await().atMost(LONGEST).until(() -> registry.get("webhook_parked_events").gauge().value() >= 2);
            assertThat(database.value("SELECT string_agg(encode(sealed, 'escape'), ' ') FROM parked_event"))
                    .doesNotContain(booking.id());

            created.sendKey(master);

            await().atMost(LONGEST).until(() -> receiver.ids().contains(second));
            assertThat(receiver.ids().stream().filter(id -> id.equals(first) || id.equals(second)))
                    .containsExactly(first, second);
            assertThat(receiver.received()).anyMatch(received -> received.body().contains("late@example.com"));
            await().until(() -> parked(booking.id()) == 0);
        }
    }

    @Test
    void anEventWhoseKeyNeverComesIsSetAside() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.*");
            var booking = Booking.of(partner);

            SealedEvent.of(partner, booking.id(), "never@example.com").create();
            String behind = booking.cancel();
            await().atMost(LONGEST).until(() -> parked(booking.id()) == 2);
            database.run(
                    "UPDATE parked_event SET parked_at = now() - interval '1 day' WHERE order_key = '" + booking.id() + "'");

            await().atMost(LONGEST).until(() -> receiver.ids().contains(behind));
            assertThat(Kafka.awaitRecordsOf(DEAD_LETTERS, booking.id())).hasSize(1);
        }
    }

    /** Here a key that fits into no index, which PostgreSQL does not say in a way that tells a refusal from a lack of room. */
    @Test
    void anEventThatFailsInAWayNobodyForesawIsSetAside() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.*");
            String endless = Stream.generate(() -> UUID.randomUUID().toString()).limit(300).collect(Collectors.joining());

            Kafka.send("bookings", endless, "booking.created", Examples.bytes(Booking.of(partner).event()));

            assertThat(Kafka.awaitRecordsOf(DEAD_LETTERS, endless)).hasSize(1);
            String other = Booking.of(partner).create();
            await().atMost(LONGEST).until(() -> receiver.ids().contains(other));
        }
    }

    private int parked(String bookingId) {
        return Integer.parseInt(
                database.value("SELECT count(*) FROM parked_event WHERE order_key = '" + bookingId + "'"));
    }
}
