package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class SlowStripeTest {

    static final Duration ANSWER = Duration.ofSeconds(1);

    /** How long the transaction has been open that waits longest for us to go on with it. */
    static final String OPEN_MILLIS = """
            SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)) * 1000, 0)::bigint FROM pg_stat_activity
             WHERE datname = current_database() AND state LIKE 'idle in transaction%'""";

    @Inject
    TestClock clock;

    @Test
    void keepsNoTransactionOpenWhileItAnswers() {
        Stripe.isSlow(ANSWER);
        var longest = new AtomicLong();
        var work = CompletableFuture.runAsync(this::everyKindOfCall);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> {
            longest.accumulateAndGet(Database.count(OPEN_MILLIS), Math::max);
            return work.isDone();
        });
        work.join();
        assertThat(Duration.ofMillis(longest.get())).isLessThan(ANSWER.multipliedBy(3).dividedBy(4));
    }

    /** Start, Complete, a refund, and a session that expires. */
    private void everyKindOfCall() {
        var partner = TestPartner.create();
        var room = TestRoom.withUnits(1);
        var winner = partner.started(room);
        var loser = partner.started(room);
        Student.pays(winner);
        Student.pays(loser);
        partner.complete(winner).then().statusCode(201);
        partner.complete(loser).then().statusCode(409);
        await().atMost(Duration.ofSeconds(30)).until(() -> paymentOf(loser), equalTo("REFUNDED"));

        var late = partner.started(TestRoom.withUnits(1));
        clock.jump(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(30)).until(() -> paymentOf(late), equalTo("CANCELLED"));
    }

    private static String paymentOf(Started started) {
        return Database.text("SELECT state FROM payment WHERE session_id = $1", started.sessionId());
    }
}
