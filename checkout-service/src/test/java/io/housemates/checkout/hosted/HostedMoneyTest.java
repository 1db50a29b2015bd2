package io.housemates.checkout.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** What the pages say about money is true, and nothing is booked or paid that the student did not ask for. */
@CheckoutTest
class HostedMoneyTest {

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void booksNothingThatIsFreeBeforeTheStudentSaysSo() {
        var started = partner.started(TestRoom.create("gb", "GBP", "0.00", 1));
        var student = HostedStudent.of(started);
        leadsTo(student.get("return"), "start");
        student.answersEverything();
        leadsTo(student.get("return"), "review");
        leadsTo(student.get("processing"), "review");
        leadsTo(student.get("complete"), "start");
        student.asks("status").then().statusCode(200).body("page", equalTo("review"));
        assertThat(partner.stateOf(started)).isEqualTo("details_saved");
        leadsTo(student.send("complete", Map.of()), "confirmation");
    }

    @Test
    void paysByAFormThatHarmsNothingWhileStripesScriptIsOnItsWay() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        student.answersEverything();
        student.get("review?lang=zh-CN").then().statusCode(200).body(allOf(
                containsString("id=\"payment\" method=\"post\" action=\"/" + student.sessionId() + "/extend\""),
                containsString("id=\"payment-button\" disabled"), containsString("data-locale=\"zh\"")));
        leadsTo(student.send("extend", Map.of("here", "review")), "review");
    }

    /** The news of a payment may be later than the end of the session. */
    @Test
    void promisesThatNothingWasChargedOnlyWhenThatIsSure() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        student.answersEverything();
        Stripe.troubles("status_503", 1_000_000);
        clock.jump(Duration.ofMinutes(31));
        leadsTo(student.get("review"), "processing");
        student.get("processing").then().statusCode(200)
                .body(allOf(containsString("Your time is up"), not(containsString("not been charged"))));
        student.asks("status").then().body("page", equalTo("processing"));
        student.asks("extend").then().statusCode(303);
        Stripe.behaves();
        awaits(student, "You have not been charged");
    }

    @Test
    void booksWhatWasPaidInTimeThoughTheNewsOfItCameLate() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        student.answersEverything();
        Student.paysInSilence(started);
        clock.jump(Duration.ofMinutes(31));
        await().untilAsserted(() -> leadsTo(student.get("start"), "confirmation"));
    }

    @Test
    void saysThatNoRoomWasLeft() {
        var room = TestRoom.withUnits(1);
        var loser = partner.started(room);
        partner.booked(room);
        Student.pays(loser);
        partner.complete(loser).then().statusCode(409);
        awaits(HostedStudent.of(loser), "when no room was left");
    }

    @Test
    void saysThatTheDetailsNeverCame() {
        var started = partner.started(TestRoom.withUnits(1));
        Student.pays(started);
        clock.jump(Duration.ofMinutes(31));
        Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");
        clock.jump(Duration.ofHours(25));
        awaits(HostedStudent.of(started), "nobody told us in time who moves in");
    }

    @Test
    void saysThatAPaymentDidNotFit() {
        var started = partner.started(TestRoom.withUnits(1));
        Stripe.dashboard(started.intentId(), "alter", Map.of("amount", 100));
        Student.pays(started);
        awaits(HostedStudent.of(started), "could not be used for this booking");
    }

    @Test
    void checksWhileStripeIsAwayWhatWasPaidAndIsToldAtLast() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        Student.pays(started);
        clock.jump(Duration.ofMinutes(31));
        Events.awaited("checkouts", started.sessionId(), "checkout.attention_needed");
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "in_full"));
        Stripe.troubles("status_503", 1_000_000);
        leadsTo(student.send("contact", Map.of()), "processing");
        leadsTo(student.get("start"), "processing");
        student.get("processing").then().body(containsString("Checking your payment"));
        Stripe.behaves();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> leadsTo(student.get("return"), "confirmation"));
    }

    @Test
    void lendsAnEarToWhoPaidThoughThePartnerSellsNoMore() {
        var paid = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(paid);
        Student.pays(paid);
        leadsTo(student.get("return"), "start");
        Admin.request().delete("/admin/partners/" + partner.id() + "/tokens/" + partner.tokenId()).then().statusCode(200);
        student.get("start").then().statusCode(200);
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "in_full"));
        leadsTo(student.send("contact", Map.of()), "confirmation");
    }

    private static void awaits(HostedStudent student, String text) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> student.get("start").then().body(containsString(text)));
    }

    private static void leadsTo(Response answer, String page) {
        answer.then().statusCode(303);
        assertThat(answer.getHeader("Location")).endsWith("/" + page);
    }
}
