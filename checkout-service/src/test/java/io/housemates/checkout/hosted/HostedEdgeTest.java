package io.housemates.checkout.hosted;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.checkout.support.Catalogue;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Whatever a browser sends, what comes back is a page, in a language of the student's, that leads on. */
@CheckoutTest
class HostedEdgeTest {

    TestPartner partner;
    HostedStudent student;

    @BeforeEach
    void start() {
        partner = TestPartner.create();
        student = HostedStudent.of(partner.started(TestRoom.withUnits(1)));
    }

    @Test
    void speaksTheChosenLanguageWhereItRefusesToo() {
        student.get("start?lang=es");
        student.post("you", null, HostedStudent.you()).then().statusCode(403).body(allOf(containsString("<html lang=\"es\">"),
                containsString("href=\"/" + student.sessionId() + "/start\"")));
        new HostedStudent(Catalogue.ulid(), Map.of()).get("start?lang=zh-CN").then().statusCode(404)
                .body(allOf(containsString("<html lang=\"zh-CN\">"), not(containsString("/start\""))));
    }

    @Test
    void saysInEveryLanguageWhatIsWrong() {
        student.get("you?check=1").then().body(containsString("/you?lang=es&amp;check=1"));
        student.answersEverything();
        student.get("review?failed=1").then().body(containsString("/review?lang=es&amp;failed=1"));
        student.get("review").then().body(containsString("/review?lang=es\""));
    }

    @ParameterizedTest
    @CsvSource({ "-, en", "'-, es', es", "'%%;q=x, zh-CN;q=0.5', zh-CN", "'es;q=0', en", "';;;,,,', en", "zh-TW, zh-CN",
            "'en;q=0.2, es;q=0.9', es" })
    void readsWhatIsRightInAHeader(String header, String language) {
        student.with("Accept-Language", header).get("start").then().statusCode(200)
                .body(containsString("<html lang=\"" + language + "\">"));
        new HostedStudent(Catalogue.ulid(), Map.of("Accept-Language", header)).get("start").then().statusCode(404)
                .body(containsString("<html lang=\"" + language + "\">"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "../../x", "zh", "fr", "", "es%00", "en" })
    void speaksNoLanguageThatIsNotOffered(String asked) {
        partner.request().body(Map.of("languages", List.of("es"))).put("/api/branding").then().statusCode(200);
        if (asked.contains("%00")) {
            given().urlEncodingEnabled(false).get("/" + student.sessionId() + "/start?lang=" + asked).then().statusCode(400);
        } else {
            student.get("start?lang=" + asked).then().statusCode(200).body(containsString("<html lang=\"es\">"));
        }
    }

    @ParameterizedTest
    @CsvSource({ "GET, typo, 404", "GET, you/more, 404", "PUT, you, 405", "POST, review, 405" })
    void answersWithAPageWhereThereIsNone(String method, String page, int status) {
        isAPage(given().accept("text/html,*/*;q=0.8").contentType(ContentType.URLENC.withCharset("UTF-8"))
                .request(method, "/" + student.sessionId() + "/" + page).then().statusCode(status));
    }

    @Test
    void answersWithAPageToWhatIsNoForm() {
        isAPage(given().accept("text/html").multiPart("a", "b").post("/" + student.sessionId() + "/you").then()
                .statusCode(415).body(containsString("We could not read this form")));
    }

    @Test
    void answersOthersAsItAnswersClients() {
        given().accept("application/json").get("/" + student.sessionId() + "/typo").then().statusCode(404)
                .contentType(ContentType.JSON).body("message", equalTo("api.not_found"));
        given().accept("text/html").get("/api/nothing").then().contentType(ContentType.JSON);
    }

    @Test
    void takesTheFirstOfWhatIsSentTwice() {
        String token = HostedStudent.tokenOn(student.get("you"));
        given().redirects().follow(false).contentType(ContentType.URLENC.withCharset("UTF-8")).formParam("form_token", token)
                .formParam("resident_details.first_name", "Zoë", "Ann").post("/" + student.sessionId() + "/you").then()
                .statusCode(303);
        student.get("you").then().body(containsString("value=\"Zoë\""));
    }

    private void isAPage(ValidatableResponse answer) {
        answer.contentType(ContentType.HTML).header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("href=\"/" + student.sessionId() + "/start\""));
    }
}
