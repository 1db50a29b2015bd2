package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Envelope;
import io.housemates.acceptance.support.Faults;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Subscription;
import io.housemates.localstack.Service;

/** Kafka or PostgreSQL is away and comes back: nothing is lost, and nobody restarts a service for it. */
@AcceptanceTest
class OutageIT {

    @Test
    void completesCheckoutsWithoutKafkaAndDeliversWhenItIsBack() {
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            Room room = Room.create();
            Subscription subscription = partner.subscribe(receiver);
            List<String> bookings = new ArrayList<>();
            Faults.withoutKafka(() -> {
                bookings.add(partner.books(room, Student.sample()));
                bookings.add(partner.books(room, Student.sample()));
                assertThat(receiver.received()).isEmpty();
            });

            bookings.forEach(receiver::awaitBooking);
            subscription.awaitAllDelivered(2);
            assertThat(partner.bookings()).containsExactlyInAnyOrderElementsOf(bookings);
            assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates().hasSize(2);
        }
    }

    /**
     * The event has nowhere to be but the outbox: Kafka was tried and did not take it, and what the producer held in memory
     * dies with the process.
     */
    @Test
    void deliversWhatWasBookedWithoutKafkaByAProcessThatThenDied() {
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            Room room = Room.create();
            Subscription subscription = partner.subscribe(receiver);
            List<String> bookings = new ArrayList<>();
            double failed = Services.metric(Service.CHECKOUT, "outbox_failed_total");
            Faults.withoutKafka(() -> {
                bookings.add(partner.books(room, Student.sample()));
                Patience.await("a send that failed")
                        .until(() -> Services.metric(Service.CHECKOUT, "outbox_failed_total") > failed);
                Faults.killAndRestart(Service.CHECKOUT);
            });

            receiver.awaitBooking(bookings.get(0));
            subscription.awaitAllDelivered(1);
            assertThat(partner.bookings()).containsExactlyElementsOf(bookings);
        }
    }

    @Test
    void asksToComeBackLaterWithoutPostgresAndRecovers() {
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            partner.subscribe(receiver);
            Faults.withoutPostgres(() -> Services.ALL.forEach(service -> assertUnavailable(partner, service)));

            Services.ALL.forEach(service -> Patience.await(service + " to work again")
                    .until(() -> Services.probe(partner, service).status() < 500));
            String bookingId = partner.books(Room.create(), Student.sample());
            receiver.awaitBooking(bookingId);
            assertThat(partner.bookings()).containsExactly(bookingId);
        }
    }

    private static void assertUnavailable(Partner partner, Service service) {
        Reply refused = Services.probe(partner, service).expect(503);
        Envelope.assertError(refused);
        assertThat(refused.header("Retry-After")).as("Retry-After of %s", service).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
    }
}
