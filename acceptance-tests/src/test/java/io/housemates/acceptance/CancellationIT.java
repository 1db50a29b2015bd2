package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Student;
import io.housemates.acceptance.support.Subscription;
import io.housemates.acceptance.support.Topic;
import io.housemates.localstack.Service;

/** A booking is given up: its money and its unit go back, once, whoever dies or interferes on the way. */
@AcceptanceTest
class CancellationIT {

    private final Partner partner = Partner.create();
    private final Room room = Room.create(1);
    private final Checkout checkout = Checkout.start(partner, room).pay();
    private final String bookingId = checkout.book(Student.sample());

    @AfterEach
    void everyServiceIsUp() {
        StripeSide.behaves();
        Services.ALL.forEach(service -> Services.process(service).start().awaitReady());
    }

    @Test
    void refundsFreesTheUnitAndTellsThePartnerOfEachStep() {
        try (var receiver = Receiver.up()) {
            Partner another = Partner.create();
            Subscription subscription = Subscription.create(another, receiver, "booking.*");
            var cancelled = Checkout.start(another, Room.create(1)).pay();
            String id = cancelled.book(Student.sample());
            JsonNode answer = another.cancel(id, "cooling_off").expect(200).data().path("item");
            assertThat(answer.at("/refund/state").asText()).isEqualTo("pending");
            assertThat(answer.at("/refund/expected").asText()).isEqualTo("250.00");

            awaitRefunded(another, id);
            assertThat(StripeSide.refundsOf(cancelled)).extracting(refund -> refund.path("amount").asInt())
                    .containsExactly(25_000);
            another.books(cancelled.room(), Student.sample());

            subscription.awaitAllDelivered(4);
            List<Received> told = receiver.of(id);
            told.forEach(receiver::verify);
            assertThat(told).extracting(webhook -> webhook.body().path("type").asText())
                    .containsExactly("booking.created", "booking.cancelled", "booking.updated");
            assertThat(told.get(1).body().at("/payload/booking/refund/state").asText()).isEqualTo("pending");
            assertThat(told.get(2).body().at("/payload/booking/refund/state").asText()).isEqualTo("refunded");
            assertThat(told.get(2).body().at("/payload/booking/refund/amount").asInt()).isEqualTo(250);

            new Topic("bookings").sendAgain(id);
            new Topic("checkouts").sendAgain(id);
            Stream.of("bookings", "checkouts").map(Topic::new).forEach(Topic::awaitEveryoneHasReadAll);
            assertThat(StripeSide.refundsOf(cancelled)).hasSize(1);
            assertThat(history(another, id)).containsExactly("confirmed", "cancelled", "refunded");
            subscription.awaitAllDelivered(4);
        }
    }

    @Test
    void refundsNothingThatABankTakesBackItself() {
        partner.awaitBooking(bookingId);
        JsonNode answer = Services.admin(Service.BOOKING).post("/admin/bookings/" + bookingId + "/cancel",
                Json.object().put("reason", "payment_dispute")).expect(200).data().path("item");
        assertThat(answer.at("/refund/state").asText()).isEqualTo("none");

        awaitUnitIsFree();
        Patience.await("the news that nothing comes back")
                .until(() -> history(partner, bookingId).contains("refund_declined"));
        assertThat(partner.readBooking(bookingId).at("/refund/state").asText()).isEqualTo("none");
        assertThat(StripeSide.refundsOf(checkout)).isEmpty();
    }

    @Test
    void isCarriedOnByWhoeverWasKilledMeanwhile() {
        partner.awaitBooking(bookingId);
        Services.process(Service.CHECKOUT).kill();
        partner.cancel(bookingId, "student").expect(200);
        Services.process(Service.BOOKING).kill();
        StripeSide.fails("POST", "/v1/refunds", "timeout_after");
        Services.process(Service.CHECKOUT).start().awaitReady();
        Services.process(Service.BOOKING).start();
        Patience.await("a refund whose answer is lost").until(() -> StripeSide.refundsOf(checkout).size() == 1);
        Services.process(Service.BOOKING).kill();
        Patience.await("the refund to be told").until(() -> "REFUNDED".equals(
                Database.CHECKOUT.text("SELECT state FROM payment WHERE intent_id = ?", checkout.intentId())));
        Services.process(Service.BOOKING).start().awaitReady();

        awaitRefunded(partner, bookingId);
        awaitUnitIsFree();
        assertThat(StripeSide.refundsOf(checkout)).hasSize(1);
        assertThat(history(partner, bookingId)).containsExactly("confirmed", "cancelled", "refunded");
    }

    @Test
    void comesToOneRefundWhoeverElseIsAtIt() {
        var contests = IntStream.range(0, 4).mapToObj(i -> Checkout.start(partner, Room.create(1)).pay()).toList();
        var bookings = contests.stream().map(each -> each.book(Student.sample())).toList();
        bookings.forEach(partner::awaitBooking);
        var clients = Executors.newCachedThreadPool();
        List<CompletableFuture<Reply>> cancellations = new ArrayList<>();
        List<CompletableFuture<Reply>> others = new ArrayList<>();
        for (int i = 0; i < contests.size(); i++) {
            String id = bookings.get(i);
            Checkout contest = contests.get(i);
            Stream.of("visa", "student", "cooling_off", "university_place", "visa").forEach(reason -> cancellations
                    .add(CompletableFuture.supplyAsync(() -> partner.cancel(id, reason), clients)));
            others.add(CompletableFuture.supplyAsync(
                    () -> partner.booking().post("/api/bookings/" + id + "/erasure", Json.object()), clients));
            others.add(CompletableFuture.supplyAsync(() -> StripeSide.refundsByHand(contest), clients));
        }
        clients.shutdown();

        assertThat(cancellations).extracting(answer -> answer.join().status()).containsOnly(200, 409);
        // Stripe refuses people's refund where ours was first
        assertThat(others).extracting(answer -> answer.join().status()).isSubsetOf(200, 400);
        for (int i = 0; i < contests.size(); i++) {
            String id = bookings.get(i);
            awaitRefunded(partner, id);
            assertThat(StripeSide.refundsOf(contests.get(i))).extracting(refund -> refund.path("amount").asInt())
                    .containsExactly(25_000);
            JsonNode booking = partner.readBooking(id);
            assertThat(booking.path("status").asText()).isEqualTo("cancelled");
            assertThat(booking.path("resident").isObject()).isFalse();
            assertThat(booking.at("/refund/amount").asText()).isEqualTo("250.00");
            assertThat(history(partner, id).stream().filter("cancelled"::equals)).hasSize(1);
            assertThat(new Topic("bookings").events("booking.cancelled").get(id)).hasSize(1);
        }
    }

    private static void awaitRefunded(Partner partner, String id) {
        Patience.await("refund of " + id)
                .until(() -> "refunded".equals(partner.readBooking(id).at("/refund/state").asText()));
    }

    private void awaitUnitIsFree() {
        Patience.await("the unit").until(() -> "0".equals(Database.CHECKOUT
                .text("SELECT held + booked FROM booking_period WHERE id = ?", room.periodId())));
    }

    private static List<String> history(Partner partner, String id) {
        return Json.items(partner.booking().get("/api/bookings/" + id + "/history").expect(200).data().path("items"))
                .map(line -> line.path("event").asText()).toList();
    }
}
