package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class ContentionTest {

    static final String UNITS = "SELECT held || ' held, ' || booked || ' booked' FROM booking_period WHERE id = $1";
    static final String REFUNDED = """
            SELECT count(*) || ' refunded' FROM payment JOIN checkout_session ON id = session_id
             WHERE booking_period_id = $1 AND payment.state = 'REFUNDED'""";

    /** Events that have not left yet. */
    static final String WAITING = "SELECT count(*) || ' waiting' FROM outbox WHERE aggregateid = $1";

    @Test
    void sellsTwelveUnitsToTwoHundredBuyersAndRefundsTheOthers() {
        var partner = TestPartner.create();
        var room = TestRoom.withUnits(12);
        List<Started> buyers = Crowd.times(200, () -> partner.started(room));

        List<Integer> answers = Crowd.allAtOnce(buyers.stream().<Callable<Integer>> map(buyer -> () -> {
            Student.pays(buyer);
            return partner.complete(buyer).statusCode();
        }).toList());

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(12);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(188);
        await().atMost(Duration.ofSeconds(60)).until(() -> Database.text(REFUNDED, room.periodId()), equalTo("188 refunded"));
        assertThat(buyers.stream().filter(buyer -> Student.chargeOf(buyer).path("amount_refunded").asInt() == 25_000))
                .hasSize(188);
        assertThat(Database.text(UNITS, room.periodId())).isEqualTo("0 held, 12 booked");
    }

    @Test
    void completesOnceHoweverManyAskAtOnce() {
        var partner = TestPartner.create();
        var started = partner.started(TestRoom.withUnits(5));
        Student.pays(started);

        var answers = Crowd.times(50, () -> partner.complete(started));

        var first = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(first).hasSize(1);
        String bookingId = first.get(0).path("data.booking_id");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(49)
                .allSatisfy(answer -> assertThat(answer.<String> path("data")).isEqualTo(bookingId));
        await().atMost(Duration.ofSeconds(30)).until(() -> Database.text(WAITING, started.sessionId()), equalTo("0 waiting"));
        assertThat(Events.of("checkouts", started.sessionId(), "checkout.completed")).hasSize(1);
    }
}
