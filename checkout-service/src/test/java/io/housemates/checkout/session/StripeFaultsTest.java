package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.AtRest;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Database;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

@CheckoutTest
class StripeFaultsTest {

    static final String INTENTS = "/v1/payment_intents";

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @AfterEach
    void everythingAddsUp() {
        Stripe.searchLags(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = { "timeout_before", "timeout_after", "status_500", "status_429" })
    void leavesNoIntentOpenWhenStripeDoesNotAnswerStart(String fault) {
        var room = TestRoom.withUnits(1);
        Stripe.fails("POST", INTENTS, fault);

        partner.start(room).then().statusCode(503).header("Retry-After", notNullValue())
                .body("message", equalTo("api.payment_provider_unavailable"));

        if (fault.equals("status_500")) {
            // Stripe keeps this answer: only after its search has found nothing for more than an hour is it believed
            partner.start(room).then().statusCode(201);
            return;
        }
        String session = sessionIn(room);
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(session), equalTo("CANCELLED"));
        assertThat(Stripe.intentsOf(session)).hasSizeLessThanOrEqualTo(1)
                .allSatisfy(intent -> assertThat(intent).containsEntry("status", "canceled"));
        partner.start(room).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void believesThatStripeNeverMadeTheIntentOnlyAfterMoreThanAnHour(boolean made) {
        var room = TestRoom.withUnits(1);
        Stripe.searchLags(Duration.ofHours(2));
        Stripe.fails("POST", INTENTS, made ? "status_500_after" : "status_500");
        partner.start(room).then().statusCode(503);
        String session = sessionIn(room);
        var others = TestRoom.withUnits(1);
        for (int seconds : new int[] { 0, 65, 70, 140, 280, 560, 1120 }) {
            clock.jump(Duration.ofSeconds(seconds));
            AtRest.awaited(session);
            partner.start(others).then().statusCode(201);
        }
        assertThat(Database.text("SELECT state FROM payment WHERE session_id = $1", session)).isEqualTo("UNKNOWN");

        Stripe.searchLags(Duration.ZERO);
        clock.jump(Duration.ofMinutes(40));
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(session), is(oneOf("CANCELLED", "EXPIRED")));
        assertThat(Database.text("SELECT state FROM payment WHERE session_id = $1", session))
                .isEqualTo(made ? "CANCELLED" : "FAILED");
        assertThat(Stripe.intentsOf(session)).hasSize(made ? 1 : 0)
                .allSatisfy(intent -> assertThat(intent).containsEntry("status", "canceled"));
    }

    @Test
    void handsOutNoIntentThatWasCancelledBeforeStartWasAnswered() {
        var room = TestRoom.withUnits(1);
        Stripe.answersLate("POST", INTENTS, Duration.ofMillis(1800));
        var start = CompletableFuture.supplyAsync(() -> partner.start(room).statusCode());
        await().until(() -> Database.count("SELECT count(*) FROM checkout_session WHERE room_id = $1", room.id()), equalTo(1L));
        String session = sessionIn(room);

        clock.jump(Duration.ofSeconds(4));

        assertThat(start.join()).isEqualTo(503);
        assertThat(stateOf(session)).isEqualTo("CANCELLED");
        assertThat(Stripe.intentsOf(session)).hasSize(1)
                .allSatisfy(intent -> assertThat(intent).containsEntry("status", "canceled"));
    }

    @Test
    void freesTheUnitOfAnExpiredSessionOnceItsPaymentHasFailed() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        Student.pays(started, "pm_card_processing").then().statusCode(200);
        // as many as a student who tries card after card causes
        Database.run("UPDATE checkout_session SET steps = 20 WHERE id = $1", started.sessionId());
        clock.jump(Duration.ofMinutes(61));
        AtRest.awaited(started.sessionId());
        partner.start(started.room()).then().statusCode(409);

        Stripe.forgetsToTell("payment_intent.payment_failed");
        Stripe.settles(started.intentId(), false);
        clock.jump(Duration.ofSeconds(65));

        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(started.sessionId()), equalTo("EXPIRED"));
        partner.start(started.room()).then().statusCode(201);
    }

    @Test
    void hearsAtOnceThatAPaymentFailed() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started, "pm_card_processing").then().statusCode(200);
        partner.saveDetails(started).then().statusCode(200);
        await().until(() -> paymentOf(started), equalTo("PROCESSING"));
        AtRest.awaited(started.sessionId());

        Stripe.settles(started.intentId(), false);

        await().until(() -> paymentOf(started), equalTo("AWAITING_METHOD"));
    }

    @Test
    void refundsOnceWhenTheAnswerToTheRefundIsLost() {
        var room = TestRoom.withUnits(1);
        var loser = partner.started(room);
        partner.booked(room);
        Stripe.fails("POST", "/v1/refunds", "timeout_after");
        Student.pays(loser);
        partner.complete(loser).then().statusCode(409);

        Events.awaited("checkouts", loser.sessionId(), "checkout.refunded");
        assertThat(Stripe.refundsOf(loser.intentId())).hasSize(1);
    }

    @Test
    void triesARefundAgainThatFailed() {
        var room = TestRoom.withUnits(1);
        var loser = partner.started(room);
        partner.booked(room);
        Stripe.fails("POST", "/v1/refunds", "status_503");
        Student.pays(loser);
        partner.complete(loser).then().statusCode(409);

        Events.awaited("checkouts", loser.sessionId(), "checkout.refunded");
        assertThat(Stripe.refundsOf(loser.intentId())).hasSize(1);
    }

    @Test
    void triesARefundThatABankRefusedAgainInItsTimeOrWhenAPersonAsks() {
        var room = TestRoom.withUnits(1);
        var loser = partner.started(room);
        partner.booked(room);
        Student.pays(loser, "pm_card_refundFail").then().statusCode(200);
        partner.complete(loser).then().statusCode(409);

        refusedTimes(loser, 1);
        Admin.request().get("/admin/attention").then().body("data.items.find { it.session_id == '" + loser.sessionId()
                + "' }.last_error", equalTo("Stripe shows it as failed"));

        clock.jump(Duration.ofSeconds(65));
        refusedTimes(loser, 2);

        Admin.request().post("/admin/attention/" + loser.sessionId() + "/refund").then().statusCode(200);
        refusedTimes(loser, 3);
    }

    /** And it is not asked for again at once. */
    private void refusedTimes(Started loser, int times) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Stripe.refundsOf(loser.intentId())).hasSize(times)
                    .allSatisfy(refund -> assertThat(refund).containsEntry("status", "failed"));
            assertThat(paymentOf(loser)).isEqualTo("REFUND_FAILED");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "none", "timeout_after", "timeout_before", "status_500" })
    void cancelsTheIntentOfAnExpiredSession(String fault) {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        if (!fault.equals("none")) {
            Stripe.fails("POST", INTENTS + "/*/cancel", fault);
        }

        clock.jump(Duration.ofMinutes(61));

        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(started.sessionId()), equalTo("EXPIRED"));
        assertThat(Stripe.intent(started.intentId()).path("status").asText()).isEqualTo("canceled");
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.checkout_session_expired"));
        partner.start(started.room()).then().statusCode(201);
    }

    @Test
    void booksALatePaymentWhereAUnitIsFree() {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        Student.paysInSilence(started);

        clock.jump(Duration.ofMinutes(61));

        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(started.sessionId()), equalTo("COMPLETED"));
    }

    @Test
    void keepsAPaidSessionWithoutDetailsForADayAndThenRefundsIt() {
        var room = TestRoom.withUnits(1);
        var started = partner.started(room);
        Student.pays(started);
        await().until(() -> partner.start(room).statusCode(), equalTo(409));

        clock.jump(Duration.ofMinutes(31));
        var needed = Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");
        assertThat(needed).hasSize(1);
        assertThat(Events.problems("checkout.attention_needed", needed.get(0))).isEmpty();
        partner.start(room).then().statusCode(409);

        clock.jump(Duration.ofHours(25));
        assertThat(Events.awaited("checkouts", started.sessionId(), "checkout.refunded")).hasSize(1);
        partner.start(room).then().statusCode(201);
    }

    @Test
    void completesASessionThatNeededAttention() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        clock.jump(Duration.ofMinutes(31));
        Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");

        partner.complete(started).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({ "webhook_duplicated", "webhook_delayed", "webhook_reordered", "webhook_dropped" })
    void comesToTheSameHoweverStripeDeliversItsNews(String fault) {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        Stripe.misdelivers("payment_intent.succeeded", fault);
        Student.pays(started);
        int status = partner.complete(started).statusCode();

        assertThat(status).isIn(201, 409);
        assertThat(stateOf(started.sessionId())).isEqualTo("COMPLETED");
        assertThat(Events.awaited("checkouts", started.sessionId(), "checkout.completed")).hasSize(1);
    }

    @Test
    void mirrorsARefundMadeAtStripe() {
        var started = partner.booked();
        Stripe.dashboard(started.intentId(), "refund", Map.of());

        assertThat(Events.awaited("checkouts", started.sessionId(), "checkout.refunded")).hasSize(1);
    }

    @Test
    void noticesWithinADayWhatStripeDidNotTellOfABooking() {
        var refunded = partner.booked();
        var disputed = partner.booked();
        Stripe.tellsNobody();
        Stripe.dashboard(refunded.intentId(), "refund", Map.of());
        Stripe.disputes(disputed.intentId());

        clock.jump(Duration.ofHours(25));

        assertThat(Events.awaited("checkouts", refunded.sessionId(), "checkout.refunded")).hasSize(1);
        assertThat(Events.awaited("checkouts", disputed.sessionId(), "checkout.disputed")).hasSize(1);
    }

    @Test
    void looksAtABookingOnlyAsLongAsItsMoneyMayGoBack() {
        var started = partner.booked();
        AtRest.awaited(started.sessionId());

        clock.jump(Duration.ofDays(4));

        await().atMost(Duration.ofSeconds(30)).until(() -> Database.count(
                "SELECT count(*) FROM checkout_session WHERE id = $1 AND next_step_at IS NULL", started.sessionId()),
                equalTo(1L));
    }

    @Test
    void survivesAClockThatGoesBack() {
        var started = partner.started(TestRoom.withUnits(1));
        clock.jump(Duration.ofMinutes(-30));
        Student.pays(started);
        partner.complete(started).then().statusCode(201);
    }

    private static String sessionIn(TestRoom room) {
        return Database.text("SELECT id FROM checkout_session WHERE room_id = $1 ORDER BY created_at LIMIT 1", room.id());
    }

    private static String paymentOf(Started started) {
        return Database.text("SELECT state FROM payment WHERE session_id = $1", started.sessionId());
    }

    private static String stateOf(String sessionId) {
        return Database.text("SELECT state FROM checkout_session WHERE id = $1", sessionId);
    }
}
