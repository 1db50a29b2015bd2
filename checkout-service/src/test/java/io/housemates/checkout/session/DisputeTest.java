package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.checkout.payment.Portion;
import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.quarkus.vertx.VertxContextSupport;

/** A student's bank takes the money back. */
@CheckoutTest
class DisputeTest {

    @Inject
    CancelledBookings cancelled;

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void tellsTheBookingAndPeopleUntilItIsDecided() {
        var booked = partner.booked();
        String dispute = Stripe.disputes(booked.intentId());

        JsonNode told = told(booked, 1).get(0);
        assertThat(Events.problems("checkout.disputed", told)).isEmpty();
        assertThat(told.path("state").asText()).isEqualTo("needs_response");
        assertThat(told.path("bookingId").asText()).isNotEmpty();
        assertThat(told.path("amount").decimalValue()).isEqualByComparingTo("250");
        String item = "data.items.find { it.session_id == '" + booked.sessionId() + "' }.";
        Admin.request().get("/admin/attention").then().body(item + "dispute_reason", equalTo("fraudulent"))
                .body(item + "respond_by", notNullValue());

        Stripe.respond(dispute);
        assertThat(told(booked, 2).get(1).path("state").asText()).isEqualTo("under_review");
        Admin.request().get("/admin/attention").then().body("data.items.session_id", not(hasItem(booked.sessionId())));

        Stripe.decides(dispute, false);
        assertThat(told(booked, 3).get(2).path("state").asText()).isEqualTo("lost");
        assertThat(Database.text("SELECT state FROM payment WHERE session_id = $1", booked.sessionId())).isEqualTo("REFUNDED");
        assertThat(Database.text("SELECT string_agg(to_state, ' ' ORDER BY id) FROM transition WHERE entity_id = $1", dispute))
                .isEqualTo("NEEDS_RESPONSE UNDER_REVIEW LOST");
    }

    @Test
    void givesNothingBackOnTopOfWhatABankGaveBack() {
        var booked = partner.booked();
        String dispute = Stripe.disputes(booked.intentId());
        told(booked, 1);

        giveBack(booked);
        await().until(() -> refundOf(booked), equalTo("PENDING"));
        Stripe.forgetsToTell("charge.dispute.closed");
        Stripe.decides(dispute, false);
        clock.jump(Duration.ofHours(25));

        await().atMost(Duration.ofSeconds(30)).until(() -> refundOf(booked), equalTo("DROPPED"));
        assertThat(Database.text("SELECT tries::text FROM refund WHERE session_id = $1", booked.sessionId()))
                .as("Stripe was asked")
                .isEqualTo("0");
        assertThat(Stripe.refundsOf(booked.intentId())).isEmpty();
        assertThat(Events.awaited("checkouts", booked.sessionId(), "checkout.refund_declined")).hasSize(1);
    }

    @Test
    void givesBackWhatWasWaitedForOnceTheBankDecidedForUs() {
        var booked = partner.booked();
        String dispute = Stripe.disputes(booked.intentId());
        told(booked, 1);
        giveBack(booked);
        await().until(() -> refundOf(booked), equalTo("PENDING"));

        Stripe.decides(dispute, true);

        assertThat(Events.awaited("checkouts", booked.sessionId(), "checkout.refunded")).hasSize(1);
        assertThat(Stripe.refundsOf(booked.intentId())).hasSize(1);
    }

    @Test
    void booksNothingForMoneyThatABankHas() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        await().until(() -> Database.text("SELECT state FROM payment WHERE session_id = $1", started.sessionId()),
                equalTo("SUCCEEDED"));
        Stripe.forgetsToTell("charge.dispute.created");
        Stripe.forgetsToTell("charge.dispute.funds_withdrawn");
        String dispute = Stripe.disputes(started.intentId());

        partner.complete(started).then().statusCode(409).body("message", equalTo("api.payment_mismatch"));
        partner.start(started.room()).then().statusCode(201);
        assertThat(told(started, 1).get(0).path("bookingId").isNull()).isTrue();

        Stripe.decides(dispute, true);
        assertThat(Events.awaited("checkouts", started.sessionId(), "checkout.refunded")).hasSize(1);
    }

    private void giveBack(Started booked) {
        try {
            VertxContextSupport.subscribeAndAwait(
                    () -> cancelled.giveBack(booked.sessionId(), Portion.all(), "booking cancelled", "booking-service"));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> told(Started started, int times) {
        return await().atMost(Duration.ofSeconds(30)).until(
                () -> Events.of("checkouts", started.sessionId(), "checkout.disputed"), events -> events.size() == times);
    }

    private String refundOf(Started started) {
        return Database.text("SELECT state FROM refund WHERE session_id = $1", started.sessionId());
    }
}
