package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Subscription;
import io.housemates.acceptance.support.Topic;

/** Kafka hands a record over more than once, as it may: nothing happens twice. */
@AcceptanceTest
class RedeliveryIT {

    @ParameterizedTest
    @ValueSource(strings = { "checkouts", "bookings" })
    void changesNothingWhenARecordComesAgain(String topic) {
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            Subscription subscription = partner.subscribe(receiver);
            String bookingId = partner.books(Room.create(), Student.sample());
            subscription.awaitAllDelivered(1);

            var records = new Topic(topic);
            assertThat(records.sendAgain(bookingId)).as("records of the booking").isPositive();
            records.awaitEveryoneHasReadAll();
            new Topic("bookings").awaitEveryoneHasReadAll();
            // What a repeated record had set off would be under way now, ahead of this booking.
            String next = partner.books(Room.create(), Student.sample());
            receiver.awaitBooking(next);
            subscription.awaitAllDelivered(2);

            assertThat(partner.bookings()).containsExactlyInAnyOrder(bookingId, next);
            assertThat(receiver.of(bookingId)).hasSize(1);
            assertThat(Topic.mentioning(bookingId)).as("no dead letter").containsExactlyInAnyOrder("checkouts", "bookings");
        }
    }
}
