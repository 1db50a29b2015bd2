package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Faults;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Subscription;
import io.housemates.localstack.Service;

/** Processes die and endpoints are away: the booking exists once and its event arrives, with the same id on every try. */
@AcceptanceTest
class CrashIT {

    private Partner partner;
    private Room room;

    @BeforeEach
    void prepare() {
        partner = Partner.create();
        room = Room.create();
    }

    @AfterEach
    void everyServiceIsUp() {
        Services.ALL.forEach(service -> Services.process(service).start().awaitReady());
    }

    @ParameterizedTest
    @EnumSource(names = { "CHECKOUT", "BOOKING", "DISPATCHER" })
    void deliversWhatWasBookedRightBeforeAServiceWasKilled(Service killed) {
        try (var receiver = Receiver.up()) {
            Subscription subscription = partner.subscribe(receiver);
            String bookingId = partner.books(room, Student.sample());
            Faults.killAndRestart(killed);

            receiver.awaitBooking(bookingId);
            subscription.awaitAllDelivered(1);
            partner.awaitBooking(bookingId);
            assertThat(partner.bookings()).containsExactly(bookingId);
            assertThat(receiver.of(bookingId)).extracting(Received::id)
                    .containsOnly(subscription.deliveries().get(0).path("event_id").asText());
        }
    }

    @Test
    void repeatsAnAttemptThatTheDispatcherDidNotSurvive() {
        try (var receiver = Receiver.up()) {
            Subscription subscription = partner.subscribe(receiver);
            receiver.keepWaiting();
            String bookingId = partner.books(room, Student.sample());
            Received cut = receiver.awaitBooking(bookingId);
            Faults.killAndRestart(Service.DISPATCHER);
            receiver.answerAgain();

            Patience.await("a second attempt").until(() -> receiver.of(bookingId).size() > 1);
            subscription.awaitAllDelivered(1);
            assertThat(receiver.of(bookingId)).extracting(Received::id).containsOnly(cut.id());
            receiver.of(bookingId).forEach(receiver::verify);
        }
    }

    @Test
    void deliversOnceAnEndpointThatWasDownIsUp() {
        try (var receiver = Receiver.down()) {
            Subscription subscription = partner.subscribe(receiver);
            String bookingId = partner.books(room, Student.sample());
            Patience.await("a failed attempt").until(() -> subscription.attempts().size() == 1);
            assertThat(subscription.attempts().get(0).path("outcome").asText()).isNotBlank().isNotEqualTo("delivered");
            receiver.start();

            Received webhook = receiver.awaitBooking(bookingId);
            subscription.awaitAllDelivered(1);
            assertThat(webhook.attempt()).isEqualTo(2);
            assertThat(webhook.id()).isEqualTo(subscription.deliveries().get(0).path("event_id").asText());
            receiver.verify(webhook);
        }
    }
}
