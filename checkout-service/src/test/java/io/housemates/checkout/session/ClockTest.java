package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

/** The clock jumps while somebody is buying. */
@CheckoutTest
class ClockTest {

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void expiresWhatWasUnpaidWhenItJumpedHoursAheadAndStaysSoWhenItComesBack() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        clock.jump(Duration.ofHours(5));
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.stateOf(started), equalTo("expired"));
        assertThat(Stripe.intent(started.intentId()).path("status").asText()).isEqualTo("canceled");

        clock.jump(Duration.ofHours(-5));

        partner.complete(started).then().statusCode(409);
        partner.booked(started.room());
    }

    @Test
    void losesNoPaymentWhenItJumpsHoursAheadOrBack() {
        for (int hours : new int[] { 5, -5 }) {
            var started = partner.started(TestRoom.withUnits(1));
            Student.pays(started);
            await().until(() -> partner.start(started.room()).statusCode(), equalTo(409));
            clock.jump(Duration.ofHours(hours));
            partner.complete(started).then().statusCode(201);
            clock.reset();
        }
    }

    /** Whoever comes first: booked and paid, or over and never charged. */
    @RepeatedTest(6)
    void endsWellHoweverExpiryAndPaymentMeet() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);

        List<Integer> paid = Crowd.allAtOnce(List.of(() -> {
            clock.jump(Duration.ofMinutes(61));
            return 0;
        }, () -> Student.pays(started, "pm_card_visa").statusCode()));

        await().atMost(Duration.ofSeconds(30)).until(() -> partner.stateOf(started), is(oneOf("completed", "expired")));
        boolean charged = paid.get(1) == 200;
        assertThat(partner.stateOf(started)).isEqualTo(charged ? "completed" : "expired");
        assertThat(Stripe.intent(started.intentId()).path("status").asText()).isEqualTo(charged ? "succeeded" : "canceled");
    }
}
