package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.quarkus.scheduler.Scheduler;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Nothing is due for ever, and nobody waits for somebody else's session. */
@CheckoutTest
class ReconcilerTest {

    /** More than the reconciler takes at once. */
    static final int MANY = 20;
    static final int AT_ONCE = 16;
    static final int ROUNDS = 10;

    @Inject
    ReconcilerByHand reconciler;

    @Inject
    TestClock clock;

    @Inject
    Pool pool;

    @Inject
    Scheduler scheduler;

    TestPartner partner;

    @BeforeEach
    void nothingMovesByItself() {
        partner = TestPartner.create();
        scheduler.pause();
    }

    @AfterEach
    void everythingAddsUp() {
        scheduler.resume();
    }

    @Test
    void restsOnceABankSentBackWhatPeopleAtStripeRefundedOfABooking() {
        var booked = partner.booked();
        Stripe.dashboard(booked.intentId(), "refund", Map.of());
        carriesOnUntil(booked, "COMPLETED", "REFUNDED");

        Stripe.sendsRefundsBack(booked.intentId());
        carriesOnUntil(booked, "COMPLETED", "SUCCEEDED");

        rests(booked);
    }

    @Test
    void givesBackOnceMoreWhatABankSentBackOfASessionThatIsOver() {
        var started = started();
        Student.pays(started);
        carriesOnUntil(started, "OPEN", "SUCCEEDED");
        Stripe.dashboard(started.intentId(), "refund", Map.of());
        carriesOnUntil(started, "CANCELLED", "REFUNDED");

        Stripe.sendsRefundsBack(started.intentId());
        await().until(() -> isDue(started));
        carriesOnUntil(started, "CANCELLED", "REFUNDED");

        rests(started);
        assertThat(Stripe.refundsOf(started.intentId())).extracting("status").containsExactlyInAnyOrder("failed", "succeeded");
    }

    @Test
    void restsWhileABankHasTheMoneyThatAnotherBankRefused() {
        var loser = started();
        partner.booked(loser.room());
        Student.pays(loser, "pm_card_refundFail").then().statusCode(200);
        partner.complete(loser).then().statusCode(409);
        carriesOnUntil(loser, "CANCELLED", "REFUND_FAILED");

        String dispute = Stripe.disputes(loser.intentId());
        await().until(() -> isDue(loser));
        rests(loser);
        assertThat(Stripe.refundsOf(loser.intentId())).hasSize(1);

        Stripe.decides(dispute, false);
        clock.jump(Duration.ofHours(25));
        carriesOnUntil(loser, "CANCELLED", "REFUNDED");
    }

    @Test
    void carriesOthersOnWhereSomeAlwaysFail() {
        List<Started> broken = IntStream.range(0, MANY).mapToObj(i -> started()).toList();
        var sound = started();
        update("UPDATE checkout_session SET offer = '-' || offer WHERE id = ANY($1)", broken);
        try {
            clock.jump(Duration.ofMinutes(61));
            carriesOnUntil(sound, "EXPIRED", "CANCELLED");
            assertThat(broken).allSatisfy(each -> assertThat(states(each)).containsExactly("OPEN", "AWAITING_METHOD"));
        } finally {
            update("UPDATE checkout_session SET offer = substr(offer, 2) WHERE id = ANY($1)", broken);
        }
    }

    @Test
    void carriesOthersOnWhereEveryPlaceIsTakenByAStepThatHangs() {
        clock.jump(Duration.ofMinutes(61));
        reconciler.carryOn();
        List<Started> hanging = IntStream.range(0, AT_ONCE).mapToObj(i -> started()).toList();
        var sound = started();
        clock.jump(Duration.ofMinutes(61));
        clock.stop();
        SqlConnection somebody = pool.getConnectionAndAwait();
        try {
            somebody.query("BEGIN").executeAndAwait();
            somebody.preparedQuery("SELECT 1 FROM checkout_session WHERE id = ANY($1) FOR UPDATE")
                    .executeAndAwait(ids(hanging));

            carriesOnUntil(sound, "EXPIRED", "CANCELLED");
            assertThat(hanging).allSatisfy(each -> assertThat(states(each)).containsExactly("OPEN", "AWAITING_METHOD"));
        } finally {
            somebody.query("ROLLBACK").executeAndAwait();
            somebody.closeAndAwait();
        }
    }

    @Test
    void staysDueForNewsOfAReplicaWhoseClockIsAhead() {
        var booked = partner.booked();
        Admin.request().post("/admin/attention/" + booked.sessionId() + "/retry").then().statusCode(200);
        Stripe.answersLate("GET", "/v1/payment_intents/" + booked.intentId(), Duration.ofMillis(1500));
        var step = CompletableFuture.runAsync(reconciler::carryOn);
        await().until(() -> !isDue(booked));

        clock.jump(Duration.ofMinutes(1));
        Stripe.disputes(booked.intentId());
        await().until(() -> nextStep(booked).isAfter(Instant.now().plusSeconds(30)));
        clock.jump(Duration.ofMinutes(-1));
        step.join();

        assertThat(nextStep(booked)).isBefore(Instant.now().plusSeconds(70));
    }

    private Started started() {
        return partner.started(TestRoom.withUnits(1));
    }

    /** The states of the session and of its payment. */
    private void carriesOnUntil(Started started, String... states) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            reconciler.carryOn();
            assertThat(states(started)).containsExactly(states);
        });
    }

    /** However much time passes: at each of its times there is little to do. */
    private void rests(Started started) {
        clock.stop();
        for (Duration pause : List.of(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(6), Duration.ofHours(2))) {
            clock.jump(pause);
            for (int round = 0; isDue(started); round++) {
                assertThat(round).as("rounds until nothing is due").isLessThan(ROUNDS);
                reconciler.carryOn();
            }
        }
    }

    private boolean isDue(Started started) {
        Instant next = nextStep(started);
        return next != null && !next.isAfter(clock.instant());
    }

    private Instant nextStep(Started started) {
        var next = row("SELECT next_step_at FROM checkout_session WHERE id = $1", started).getOffsetDateTime(0);
        return next == null ? null : next.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    private List<String> states(Started started) {
        Row row = row("SELECT s.state, p.state FROM checkout_session s JOIN payment p ON p.session_id = s.id WHERE s.id = $1",
                started);
        return List.of(row.getString(0), row.getString(1));
    }

    private Row row(String sql, Started started) {
        return pool.preparedQuery(sql).executeAndAwait(Tuple.of(started.sessionId())).iterator().next();
    }

    private void update(String sql, List<Started> sessions) {
        pool.preparedQuery(sql).executeAndAwait(ids(sessions));
    }

    private static Tuple ids(List<Started> sessions) {
        return Tuple.tuple().addArrayOfString(sessions.stream().map(Started::sessionId).toArray(String[]::new));
    }
}
