package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

/**
 * Whoever comes first and however often: a paid session with details is booked once. C: Complete, W: webhook, R: reconciler.
 */
@CheckoutTest
class DoorsTest {

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "W", "R", "CC", "WW", "RR", "CWR", "CRW", "WCR", "WRC", "RCW", "RWC", "CCWWRR", "WWRRCC",
            "RRCCWW" })
    void everyOrderComesToOneBooking(String order) {
        var started = paidInSilence();
        order.chars().forEach(door -> knock((char) door, started));

        isBookedOnce(started);
    }

    @Test
    void allAtOnceComeToOneBooking() {
        var started = paidInSilence();
        Crowd.allAtOnce("CWRCWRCWRCWR".chars().<Callable<Integer>> mapToObj(door -> () -> {
            knock((char) door, started);
            return door;
        }).toList());

        isBookedOnce(started);
    }

    @Test
    void refundsALatePaymentWhereNothingIsLeft() {
        var room = TestRoom.withUnits(1);
        var late = partner.started(room);
        Student.paysInSilence(late);
        partner.booked(room);

        clock.jump(Duration.ofMinutes(31));

        assertThat(Events.awaited("checkouts", late.sessionId(), "checkout.refunded")).hasSize(1);
        assertThat(Stripe.refundsOf(late.intentId())).hasSize(1);
        partner.complete(late).then().statusCode(409).body("message", equalTo("api.room_not_available"));
    }

    @Test
    void cannotPayASessionThatExpired() {
        var started = partner.started(TestRoom.withUnits(1));
        clock.jump(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.stateOf(started), equalTo("expired"));

        Student.pays(started, "pm_card_visa").then().statusCode(400);
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.checkout_session_expired"));
    }

    /** Paid with details saved, and neither Stripe's webhook nor the reconciler has noticed. */
    private Started paidInSilence() {
        var started = partner.started(TestRoom.withUnits(2));
        partner.saveDetails(started).then().statusCode(200);
        Student.paysInSilence(started);
        return started;
    }

    private void knock(char door, Started started) {
        switch (door) {
            case 'C' -> assertThat(partner.complete(started).statusCode()).isIn(201, 409);
            case 'W' -> Stripe.tellsAgain("payment_intent.succeeded", started.intentId());
            default -> Admin.request().post("/admin/attention/" + started.sessionId() + "/retry").then().statusCode(200);
        }
    }

    private void isBookedOnce(Started started) {
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.stateOf(started), equalTo("completed"));
        List<?> events = Events.awaited("checkouts", started.sessionId(), "checkout.completed");
        assertThat(events).hasSize(1);
        assertThat(Stripe.refundsOf(started.intentId())).isEmpty();
    }
}
