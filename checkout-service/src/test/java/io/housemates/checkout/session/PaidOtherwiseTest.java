package io.housemates.checkout.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

/** Nothing is booked for money that is not what was agreed, or that Stripe has given back before we knew that it came. */
@CheckoutTest
class PaidOtherwiseTest {

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    static Stream<Map<String, Object>> otherThanAgreed() {
        return Stream.of(Map.of("amount", 100), Map.of("amount", 30_000), Map.of("currency", "eur"),
                Map.of("livemode", true), Map.of("metadata", Map.of("session_id", "01H14V1E5EVWGANKXQG7TVYGQ1")));
    }

    @ParameterizedTest
    @MethodSource("otherThanAgreed")
    void givesBackAtOnceWhatIsNotAsAgreed(Map<String, Object> altered) {
        var started = partner.started(TestRoom.withUnits(1));
        Stripe.dashboard(started.intentId(), "alter", altered);
        Student.pays(started);
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.payment_mismatch"));
        isGivenBack(started);
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.payment_mismatch"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void booksNothingForMoneyThatIsBackAlready(boolean completed) {
        var started = paidAndGivenBack(Map.of());
        knock(started, completed);
        isGivenBack(started);
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.room_not_available"));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void givesTheRestBackWhereAPartIsBackAlready(boolean completed) {
        var started = paidAndGivenBack(Map.of("amount", 10_000));
        knock(started, completed);
        isGivenBack(started);
        assertThat(Stripe.refundsOf(started.intentId())).extracting("amount").containsExactlyInAnyOrder(10_000, 15_000);
    }

    @Test
    void booksWhereWhatIsLeftIsWhatWasAgreed() {
        var started = partner.started(TestRoom.withUnits(1));
        Stripe.dashboard(started.intentId(), "alter", Map.of("amount", 30_000));
        forgetsToTellOfRefunds();
        Student.paysInSilence(started);
        Stripe.dashboard(started.intentId(), "refund", Map.of("amount", 5_000));
        partner.complete(started).then().statusCode(201);
        assertThat(Stripe.refundsOf(started.intentId())).hasSize(1);
    }

    @Test
    void booksNothingWhereAPartGoesBackWhileDetailsAreAwaited() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        await().until(() -> partner.start(started.room()).statusCode(), equalTo(409));
        Stripe.dashboard(started.intentId(), "refund", Map.of("amount", 10_000));
        isGivenBack(started);
        partner.complete(started).then().statusCode(409).body("message", equalTo("api.payment_mismatch"));
    }

    @Test
    void booksNothingThatWentBackAfterItWasSeen() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        await().until(() -> partner.start(started.room()).statusCode(), equalTo(409));
        forgetsToTellOfRefunds();
        Stripe.dashboard(started.intentId(), "refund", Map.of());

        partner.complete(started).then().statusCode(409).body("message", equalTo("api.room_not_available"));
        isGivenBack(started);
    }

    /** With details saved, and nobody was told of either. */
    private Started paidAndGivenBack(Map<String, Object> refund) {
        var started = partner.started(TestRoom.withUnits(1));
        partner.saveDetails(started).then().statusCode(200);
        forgetsToTellOfRefunds();
        Student.paysInSilence(started);
        Stripe.dashboard(started.intentId(), "refund", refund);
        return started;
    }

    private static void forgetsToTellOfRefunds() {
        Stripe.forgetsToTell("charge.refunded");
        Stripe.forgetsToTell("refund.created");
    }

    private void knock(Started started, boolean completed) {
        if (completed) {
            partner.complete(started).then().statusCode(409);
        } else {
            Stripe.tellsAgain("payment_intent.succeeded", started.intentId());
        }
    }

    private void isGivenBack(Started started) {
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.stateOf(started), equalTo("cancelled"));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(Student.chargeOf(started).path("refunded").asBoolean()).isTrue());
        assertThat(Events.awaited("checkouts", started.sessionId(), "checkout.refunded")).isNotEmpty();
        assertThat(Events.of("checkouts", started.sessionId(), "checkout.completed")).isEmpty();
        partner.start(started.room()).then().statusCode(201);
    }
}
