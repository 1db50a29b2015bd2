package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.payment.Portion;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.quarkus.vertx.VertxContextSupport;

/** A booking of GBP 250.00 is cancelled. */
@CheckoutTest
class CancelledBookingsTest {

    @Inject
    CancelledBookings cancelled;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void givesMoneyAndUnitBack() {
        var booked = partner.booked();
        partner.start(booked.room()).then().statusCode(409);

        giveBack(booked, Portion.all());

        partner.start(booked.room()).then().statusCode(201);
        assertThat(told(booked, 1)).containsExactly("250.00");
        assertThat(refunds(booked)).containsExactly(25_000);
        assertThat(partner.stateOf(booked)).isEqualTo("completed");
    }

    @Test
    void isWhatTheStudentsPageSaysThen() {
        var booked = partner.booked();
        var student = HostedStudent.of(booked);
        student.get("confirmation").then().statusCode(200);
        giveBack(booked, Portion.all());

        student.get("confirmation").then().statusCode(303);
        student.get("start").then().statusCode(200).body(containsString("This booking was cancelled"));
    }

    @Test
    void givesAPartBack() {
        var booked = partner.booked();
        giveBack(booked, Portion.percent(40));

        assertThat(told(booked, 1)).containsExactly("100.00");
        assertThat(refunds(booked)).containsExactly(10_000);
    }

    @Test
    void givesOnlyTheUnitBackWhereNothingIsToBeRefunded() {
        var booked = partner.booked();
        giveBack(booked, Portion.amount(0));
        partner.start(booked.room()).then().statusCode(201);
        assertThat(refunds(booked)).isEmpty();

        var free = partner.booked(TestRoom.create("gb", "GBP", "0.00", 1));
        giveBack(free, Portion.all());
        partner.start(free.room()).then().statusCode(201);
    }

    @Test
    void doesItOnceHoweverOftenItIsTold() {
        var booked = partner.booked();
        Crowd.times(5, () -> {
            giveBack(booked, Portion.percent(40));
            return booked;
        });
        assertThat(told(booked, 1)).containsExactly("100.00");
        giveBack(booked, Portion.all());

        assertThat(refunds(booked)).containsExactly(10_000);
    }

    @Test
    void asksStripeOnceForAPartWhoseAnswerWasLost() {
        var booked = partner.booked();
        Stripe.fails("POST", "/v1/refunds", "timeout_after");
        giveBack(booked, Portion.amount(10_000));

        assertThat(told(booked, 1)).containsExactly("100.00");
        assertThat(refunds(booked)).containsExactly(10_000);
    }

    @Test
    void givesBackOnlyWhatPeopleAtStripeHaveLeft() {
        var booked = partner.booked();
        Stripe.forgetsToTell("charge.refunded");
        Stripe.forgetsToTell("refund.created");
        Stripe.dashboard(booked.intentId(), "refund", Map.of("amount", 10_000));
        giveBack(booked, Portion.all());

        assertThat(told(booked, 2)).containsExactly("100.00", "150.00");
        assertThat(refunds(booked)).containsExactlyInAnyOrder(10_000, 15_000);
    }

    @Test
    void countsFromWhatWasAgreedWhereMoreWasPaid() {
        var started = partner.started(TestRoom.withUnits(1));
        Stripe.dashboard(started.intentId(), "alter", Map.of("amount", 30_000));
        Stripe.tellsNobody();
        Student.pays(started);
        Stripe.dashboard(started.intentId(), "refund", Map.of("amount", 5_000));
        partner.complete(started).then().statusCode(201);
        giveBack(started, Portion.percent(40));

        assertThat(told(started, 2)).containsExactly("50.00", "100.00");
        assertThat(Events.of("checkouts", started.sessionId(), "checkout.refunded").get(1).get("refundedTotal").asDouble())
                .isEqualTo(100);
    }

    @Test
    void givesNothingBackWherePeopleAtStripeHaveLeftNothing() {
        var booked = partner.booked();
        Stripe.forgetsToTell("charge.refunded");
        Stripe.forgetsToTell("refund.created");
        Stripe.dashboard(booked.intentId(), "refund", Map.of());
        giveBack(booked, Portion.percent(40));

        assertThat(told(booked, 1)).containsExactly("250.00");
        partner.start(booked.room()).then().statusCode(201);
        assertThat(refunds(booked)).containsExactly(25_000);
    }

    @Test
    void givesBackItselfWhatABankSentBackThatPeopleAtStripeHadGiven() {
        var booked = partner.booked();
        Stripe.dashboard(booked.intentId(), "refund", Map.of());
        assertThat(told(booked, 1)).containsExactly("250.00");
        giveBack(booked, Portion.percent(40));
        Stripe.sendsRefundsBack(booked.intentId());

        assertThat(told(booked, 2)).containsExactly("250.00", "100.00");
        assertThat(refunds(booked)).containsExactlyInAnyOrder(25_000, 10_000);
        assertThat(Events.of("checkouts", booked.sessionId(), "checkout.refund_failed")).hasSize(1);
    }

    private void giveBack(Started booked, Portion portion) {
        try {
            VertxContextSupport.subscribeAndAwait(
                    () -> cancelled.giveBack(booked.sessionId(), portion, "booking cancelled: visa", "test"));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The amounts that were announced, once there are so many. */
    private static List<String> told(Started booked, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.of("checkouts", booked.sessionId(), "checkout.refunded").size() >= count);
        return Events.of("checkouts", booked.sessionId(), "checkout.refunded").stream()
                .map(event -> event.get("amount").decimalValue()).map(amount -> amount.setScale(2).toPlainString()).toList();
    }

    private static List<Object> refunds(Started booked) {
        return Stripe.refundsOf(booked.intentId()).stream().map(refund -> refund.get("amount")).toList();
    }
}
