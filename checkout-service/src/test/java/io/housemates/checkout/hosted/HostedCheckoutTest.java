package io.housemates.checkout.hosted;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

@CheckoutTest
class HostedCheckoutTest {

    @Inject
    TestClock clock;

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    @Test
    void leadsThroughTheStepsInTheirOrder() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        student.get("start?token=of-an-older-client").then().statusCode(200)
                .body(allOf(containsString("Classic Studio"), containsString("£250.00"), containsString("1 September 2027")));
        leadsTo(student.get("contact"), student, "you");
        leadsTo(student.send("you", HostedStudent.you()), student, "course");
        leadsTo(student.get("start"), student, "course");
        leadsTo(student.send("course", HostedStudent.course()), student, "plan");
        leadsTo(student.send("plan", Map.of("plan", "guarantor")), student, "contact");
        leadsTo(student.send("contact", HostedStudent.contact()), student, "review");
        student.get("review").then().statusCode(200).body(allOf(containsString("Zoë O’Neill"), containsString("Pay £250.00"),
                containsString("If you cancel")));
    }

    @Test
    void keepsAUnitBeforeThePaymentIsShown() {
        var room = TestRoom.withUnits(1);
        var first = HostedStudent.of(partner.started(room));
        var second = HostedStudent.of(partner.started(room));
        first.answersEverything();
        second.get("start").then().statusCode(409).body(containsString("This room has just been taken"));
        first.get("review").then().statusCode(200);
    }

    @Test
    void tellsTheLoserOfTheLastUnitWhenEverythingIsAnswered() {
        var room = TestRoom.withUnits(1);
        var first = HostedStudent.of(partner.started(room));
        var second = HostedStudent.of(partner.started(room));
        String token = HostedStudent.tokenOn(second.get("stay"));
        second.send("you", HostedStudent.you());
        second.send("course", HostedStudent.course());
        second.send("plan", Map.of("plan", "in_full"));
        first.answersEverything();
        second.post("contact", token, Map.of()).then().statusCode(409)
                .body(containsString("You have not been charged"));
    }

    @Test
    void booksOnTheReturnPageAndShowsNothingPersonalAfterwards() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        student.answersEverything();
        Student.pays(started);
        leadsTo(student.get("return?redirect_status=failed"), student, "confirmation");
        String bookingId = partner.read(started)
                .path("data.item.booking_id");
        student.get("confirmation").then().statusCode(200)
                .body(allOf(containsString(bookingId), not(containsString("Zoë")), not(containsString("zoe@"))));
        for (String page : new String[] { "start", "you", "review", "processing", "return" }) {
            leadsTo(student.get(page), student, "confirmation");
        }
    }

    /** Old forms of a tab that stayed open, and of whoever kept them. */
    @Test
    void changesNothingOfWhatIsBookedWhateverIsSentAgain() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        String token = HostedStudent.tokenOn(student.get("stay"));
        student.answersEverything();
        Student.pays(started);
        student.get("return");
        String confirmation = student.get("confirmation").asString().replaceAll("nonce=\"[^\"]+\"", "");
        var forms = Map.of("you", HostedStudent.you(), "course", HostedStudent.course(), "plan", Map.of("plan", "instalments"),
                "contact", HostedStudent.contact(), "complete", Map.<String, String> of(), "extend", Map.of("here", "you"));
        forms.forEach((page, fields) -> leadsTo(student.post(page, token, fields), student, "confirmation"));
        assertThat(student.get("confirmation").asString().replaceAll("nonce=\"[^\"]+\"", "")).isEqualTo(confirmation);
        student.get("confirmation?lang=es").then().statusCode(200).body(containsString("Tu habitación está reservada"));
    }

    @Test
    void saysThatAPaymentFailedAndKeepsTheAnswers() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        student.answersEverything();
        Student.pays(started, "pm_card_chargeDeclined").then().statusCode(402);
        leadsTo(student.get("return"), student, "review?failed=1");
        student.get("review?failed=1").then().statusCode(200).body(containsString("Payment not completed"));
    }

    @Test
    void booksWithoutPaymentWhereTheDepositIsNothing() {
        var started = partner.started(TestRoom.create("gb", "GBP", "0.00", 1));
        var student = HostedStudent.of(started);
        student.answersEverything();
        student.get("review").then().body(containsString("Book this room"));
        leadsTo(student.send("complete", Map.of()), student, "confirmation");
    }

    @Test
    void letsWhoPaidOnThePartnersPageTellTheDetailsHere() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        Student.pays(started);
        leadsTo(student.get("return"), student, "start");
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "in_full"));
        leadsTo(student.send("contact", Map.of()), student, "confirmation");
    }

    @Test
    void saysWhenTheTimeIsUp() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        student.answersEverything();
        clock.jump(Duration.ofMinutes(31));
        await().untilAsserted(() -> student.get("review").then().statusCode(410)
                .body(allOf(containsString("Your time is up"), containsString("You have not been charged"))));
        student.get("start?lang=es").then().statusCode(410).body(containsString("Se acabó el tiempo"));
    }

    @Test
    void givesMoreTimeAndKeepsWhatIsTyped() {
        var started = partner.started(TestRoom.withUnits(1));
        var student = HostedStudent.of(started);
        clock.jump(Duration.ofMinutes(20));
        leadsTo(student.send("extend", Map.of("here", "you", "resident_details.first_name", "Zo")), student, "you");
        student.get("you").then().body(containsString("value=\"Zo\""));
        clock.jump(Duration.ofMinutes(25));
        student.get("you").then().statusCode(200);
        clock.jump(Duration.ofMinutes(16));
        await().until(() -> student.get("you").statusCode(), equalTo(410));
    }

    @Test
    void refusesFormsWithoutTheSessionsToken() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        var other = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        student.post("you", null, HostedStudent.you()).then().statusCode(403);
        student.post("you", HostedStudent.tokenOn(other.get("stay")), HostedStudent.you()).then().statusCode(403);
        student.with("Sec-Fetch-Site", "cross-site").send("you", HostedStudent.you()).then().statusCode(403);
        given().contentType("application/x-www-form-urlencoded").body("form_token=%zz").post("/" + student.sessionId() + "/you")
                .then().statusCode(403);
    }

    @Test
    void answersAlikeWhateverIsNotThere() {
        var revoked = partner.started(TestRoom.withUnits(1));
        Admin.request().delete("/admin/partners/" + partner.id() + "/tokens/" + partner.tokenId()).then().statusCode(200);
        String unknown = new HostedStudent(Catalogue.ulid(), Map.of()).get("start").then().statusCode(404)
                .body(containsString("We cannot find this checkout")).extract().asString().replaceAll("nonce=\"[^\"]+\"", "");
        for (String id : new String[] { revoked.sessionId(), "nothing", "0", "%27" }) {
            new HostedStudent(id, Map.of()).get("start").then().statusCode(404);
            assertThat(new HostedStudent(id, Map.of()).get("start").asString().replaceAll("nonce=\"[^\"]+\"", ""))
                    .as(id).isEqualTo(unknown);
        }
    }

    @Test
    void slowsDownWhoAsksTooOften() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        var other = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        await().until(() -> IntStream.range(0, 40).parallel().map(any -> student.get("start").statusCode())
                .anyMatch(status -> status == 429));
        other.get("start").then().statusCode(200);
    }

    @Test
    void letsBrowsersTrustNobodyButStripe() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        String policy = student.get("start").then().statusCode(200)
                .header("Referrer-Policy", equalTo("no-referrer")).header("Cache-Control", equalTo("no-store"))
                .extract().header("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe").containsPattern("script-src 'nonce-[\\w-]{22}' http://localhost:\\d+;");
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        var student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
        student.with("Accept-Language", "de, es;q=0.8, en;q=0.5").get("start").then()
                .body(containsString("<html lang=\"es\">"));
        student.get("start?lang=zh-CN").then().body(containsString("<html lang=\"zh-CN\">"));
        student.get("you").then().body(containsString("<html lang=\"zh-CN\">"));
    }

    private static void leadsTo(Response answer, HostedStudent student, String page) {
        answer.then().statusCode(303);
        assertThat(answer.getHeader("Location")).endsWith("/" + student.sessionId() + "/" + page);
    }

}
