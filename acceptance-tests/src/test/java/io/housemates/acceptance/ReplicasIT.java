package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Subscription;
import io.housemates.acceptance.support.Topic;
import io.housemates.localstack.Service;
import io.housemates.localstack.ServiceProcess;

/** Two booking services and two dispatchers work at the same time, and one can go on for both. */
@AcceptanceTest
class ReplicasIT {

    private static final int BOOKINGS = 8;

    private static ServiceProcess secondBooking;
    private static ServiceProcess secondDispatcher;

    @BeforeAll
    static void startReplicas() {
        secondBooking = SharedStack.get().startReplica(Service.BOOKING);
        secondDispatcher = SharedStack.get().startReplica(Service.DISPATCHER);
    }

    @AfterAll
    static void backToOneOfEach() {
        Services.ALL.forEach(service -> Services.process(service).start().awaitReady());
        secondBooking.stop();
        secondDispatcher.stop();
    }

    @Test
    void booksOnceAndDeliversOncePerSubscription() {
        try (var receiver = Receiver.up(); var another = Receiver.up()) {
            Partner partner = Partner.create();
            List<Subscription> subscriptions = List.of(partner.subscribe(receiver), partner.subscribe(another));
            List<String> bookings = book(partner, BOOKINGS);

            subscriptions.forEach(subscription -> subscription.awaitAllDelivered(BOOKINGS));
            assertThat(partner.bookings()).containsExactlyInAnyOrderElementsOf(bookings);
            for (Receiver each : List.of(receiver, another)) {
                assertThat(each.received()).extracting(Received::bookingId).containsExactlyInAnyOrderElementsOf(bookings);
                assertThat(each.received()).extracting(Received::id).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void goesOnWithOneOfTwoWhenTheOtherIsKilled() {
        try (var receiver = Receiver.up()) {
            Partner partner = Partner.create();
            Subscription subscription = partner.subscribe(receiver);
            Services.process(Service.BOOKING).kill();
            Services.process(Service.DISPATCHER).kill();
            List<String> bookings = book(partner, 3);

            bookings.forEach(receiver::awaitBooking);
            Services.process(Service.DISPATCHER).start().awaitReady();
            Services.process(Service.BOOKING).start().awaitReady();
            subscription.awaitAllDelivered(bookings.size());
            assertThat(partner.bookings()).containsExactlyInAnyOrderElementsOf(bookings);
        }
    }

    @Test
    void booksOnceAndTellsOnceWhateverComesAHundredTimesAndInWhateverOrder() {
        Partner partner = Partner.create();
        List<ServiceProcess> both = List.of(Services.process(Service.BOOKING), secondBooking);
        both.forEach(ServiceProcess::kill);
        Checkout checkout = Checkout.start(partner, Room.create()).pay();
        String bookingId = checkout.book(Student.sample());
        StripeSide.refundsByHand(checkout).expect(200);
        var checkouts = new Topic("checkouts");
        Patience.await("checkout's own records").until(() -> checkouts.count(bookingId) == 2);

        checkouts.scatter(bookingId, 100);
        both.forEach(ServiceProcess::start);
        both.forEach(ServiceProcess::awaitReady);
        checkouts.awaitEveryoneHasReadAll();

        assertThat(partner.bookings()).containsExactly(bookingId);
        for (ServiceProcess each : both) {
            JsonNode booking = partner.at(each.url()).get("/api/bookings/" + bookingId).expect(200).data().path("item");
            assertThat(booking.at("/refund/state").asText()).isEqualTo("refunded");
            assertThat(booking.at("/refund/amount").asText()).isEqualTo("250.00");
        }
        assertThat(Json.items(partner.booking().get("/api/bookings/" + bookingId + "/history").expect(200).data().path("items"))
                .map(line -> line.path("event").asText())).containsExactly("confirmed", "refunded");
        Patience.await("both announcements").until(() -> new Topic("bookings").count(bookingId) >= 2);
        assertThat(new Topic("bookings").count(bookingId)).isEqualTo(2);
    }

    private static List<String> book(Partner partner, int count) {
        Room room = Room.create();
        return IntStream.range(0, count).parallel().mapToObj(number -> partner.books(room, Student.sample())).toList();
    }
}
