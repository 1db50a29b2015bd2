package io.housemates.checkout.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** What a student tells is kept as it was meant, and shown again before it counts. */
@CheckoutTest
class HostedAnswersTest {

    @Inject
    TestClock clock;

    TestPartner partner;
    HostedStudent student;

    @BeforeEach
    void start() {
        partner = TestPartner.create();
        student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
    }

    /** Nobody becomes a guarantor, or stops being one, by a change on another page. */
    @ParameterizedTest
    @CsvSource({ "in_full, guarantor, Your guarantor", "guarantor, in_full, Emergency contact",
            "housing_hand, guarantor, Your guarantor" })
    void asksAgainWhoTheContactIsWhenThatMeansSomethingElse(String plan, String other, String title) {
        tells(plan);
        leadsTo(student.send("contact", HostedStudent.contact()), "review");
        leadsTo(student.send("plan", Map.of("plan", plan)), "review");
        leadsTo(student.send("plan", Map.of("plan", other)), "contact");
        student.get("contact").then().body(allOf(containsString(title), containsString("value=\"Maeve\"")));
        leadsTo(student.get("review"), "contact");
        leadsTo(student.send("contact", HostedStudent.contact()), "review");
    }

    @Test
    void givesMoreTimeWithoutAScriptAndStaysOnThePage() {
        String extend = "/" + student.sessionId() + "/extend";
        student.get("you").then().body(allOf(containsString("form=\"step\" formaction=\"" + extend + "\" formnovalidate"),
                containsString("name=\"here\" value=\"you\"")));
        student.get("stay").then().body(allOf(containsString("action=\"" + extend + "\""),
                containsString("name=\"here\" value=\"stay\"")));
        leadsTo(student.send("extend", Map.of("here", "stay")), "stay");
        leadsTo(student.send("extend", Map.of("here", "//evil.example")), "start");
        leadsTo(student.send("extend", Map.of()), "start");
        leadsTo(student.get("extend"), "start");
    }

    /** One that is pressed by the Enter key in any field. */
    @Test
    void goesOnAtTheFirstButtonOfAForm() {
        String page = student.get("you").asString();
        int first = page.indexOf("form=\"step\"");
        assertThat(page.substring(first, page.indexOf('>', first))).doesNotContain("formaction");
    }

    @Test
    void tellsTheTimeThatAnotherTabAskedFor() {
        clock.jump(Duration.ofMinutes(20));
        student.asks("extend").then().statusCode(200).body("seconds", not(greaterThan(600)));
        student.send("extend", Map.of("here", "stay"));
        student.asks("extend").then().statusCode(200).body("seconds", greaterThan(1_700));
    }

    @Test
    void leavesAWrongPhoneNumberAsItWasTyped() {
        Map<String, String> you = HostedStudent.you();
        you.put("resident_details.contact_number", "0740 12");
        leadsTo(student.send("you", you), "you?check=1");
        student.get("you?check=1").then().body(containsString("value=\"0740 12\""));
        you.put("resident_details.contact_number", "07400 123456");
        student.send("you", you);
        student.get("you").then().body(containsString("value=\"+447400123456\""));
    }

    @ParameterizedTest
    @CsvSource({ "gb, instalments", "au, guarantor", "gb, in full" })
    void takesNoPlanThatIsNotOffered(String country, String plan) {
        student = HostedStudent.of(partner.started(TestRoom.create(country, "GBP", "250.00", 1)));
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        leadsTo(student.send("plan", Map.of("plan", plan)), "plan?check=1");
        student.get("plan?check=1&lang=es").then()
                .body(allOf(containsString("El pago del alquiler: elige una opción de la lista."),
                        not(containsString(" is "))));
    }

    @Test
    void letsAnOptionalContactGo() {
        tells("in_full");
        leadsTo(student.send("contact", Map.of("supporting_contact_details.first_name", "Maeve")), "contact?check=1");
        student.get("contact?check=1").then().body(containsString("Continue without a contact"));
        leadsTo(student.send("contact", Map.of()), "review");
    }

    @Test
    void showsEverythingThatWasTold() {
        Map<String, String> you = HostedStudent.you();
        you.put("resident_details.second_line", "Flat 9");
        you.put("resident_details.region", "Greater Manchester");
        student.send("you", you);
        Map<String, String> course = HostedStudent.course();
        course.put("special_request", "A quiet floor");
        student.send("course", course);
        student.send("plan", Map.of("plan", "guarantor"));
        student.send("contact", HostedStudent.contact());
        String review = student.get("review?lang=es").then().statusCode(200).extract().asString();
        var told = new LinkedHashMap<String, String>();
        told.putAll(you);
        told.putAll(course);
        told.putAll(HostedStudent.contact());
        told.putAll(Map.of("resident_details.gender", "Mujer", "resident_details.nationality", "Irlanda",
                "resident_details.country", "Reino Unido", "supporting_contact_details.country", "Reino Unido",
                "course_details.year_of_study", "Grado, primer año"));
        told.keySet().removeIf(field -> field.contains("date_of_birth"));
        assertThat(review).contains(told.values()).contains("29 de febrero de 2004", "5 de noviembre de 1974");
    }

    @Test
    void countsWeeksOnlyWhereThereAreSome() {
        assertThat(stayOf("01-09-2027", "08-09-2027")).contains("£164.32 for 1 week<");
        assertThat(stayOf("01-09-2027", "15-09-2027")).contains("for 2 weeks<");
        assertThat(stayOf("01-09-2027", "04-09-2027")).doesNotContain("for 0 weeks", "for 1 week");
    }

    private String stayOf(String from, String to) {
        var catalogue = new Catalogue();
        String room = catalogue.room("Classic Studio");
        String period = catalogue.period(from, to, "164.32", 1);
        catalogue.imported();
        return HostedStudent.of(partner.started(new TestRoom(room, period, catalogue.operatorId))).get("stay").asString();
    }

    private void tells(String plan) {
        student.send("you", HostedStudent.you());
        student.send("course", HostedStudent.course());
        leadsTo(student.send("plan", Map.of("plan", plan)), "contact");
    }

    private static void leadsTo(Response answer, String page) {
        answer.then().statusCode(303).header("Location", equalTo(answer.header("Location")));
        assertThat(answer.header("Location")).endsWith("/" + page);
    }
}
