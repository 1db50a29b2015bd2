package io.housemates.checkout.hosted;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.HostedStudent;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.Response;

/** The pages are the partner's: they look like it, lead back to it, and are on its own host nobody else's. */
@CheckoutTest
class HostedBrandingTest {

    static final String RETURN_URL = "https://rooms.example/back?from=checkout";
    static final String SCRIPT = "\"><script>alert('x')</script>";

    @Inject
    TestClock clock;

    TestPartner partner;
    TestRoom room;
    Started started;
    HostedStudent student;

    @BeforeEach
    void start() {
        partner = TestPartner.create();
        room = TestRoom.withUnits(1);
        started = partner.started(room);
        student = HostedStudent.of(started);
    }

    @Test
    void lookLikeThePartner() {
        brand(Map.of("colours", Map.of("primary", "#0b6b3a"), "font", "old_style", "heading", "Northern Rooms", "support_text",
                "From 9 to 5.", "support_email", "help@rooms.example", "terms_url", "https://rooms.example/terms",
                "privacy_url", "https://rooms.example/privacy", "return_url", RETURN_URL));
        student.get("start").then().statusCode(200).body(allOf(containsString("--primary:#0b6b3a;"),
                containsString("--font:Iowan Old Style"), containsString("Northern Rooms"), containsString("From 9 to 5."),
                containsString("mailto:help@rooms.example"), containsString("href=\"https://rooms.example/terms\""),
                containsString("href=\"https://rooms.example/privacy\""), containsString("/leave\">Back to Northern Rooms")));
    }

    @Test
    void showTextsAsTextWhoeverWroteThem() {
        brand(Map.of("heading", SCRIPT, "support_text", SCRIPT, "return_url", RETURN_URL));
        Map<String, String> you = new HashMap<>();
        HostedStudent.you().forEach((field, value) -> you.put(field,
                field.matches(".*(name|first_line|city)") ? value + SCRIPT : value));
        student.send("you", you);
        student.send("course", HostedStudent.course());
        student.send("plan", Map.of("plan", "in_full"));
        student.send("contact", Map.of());
        for (String page : new String[] { "stay?lang=" + SCRIPT, "you", "you?check=" + SCRIPT, "review",
                "review?failed=" + SCRIPT }) {
            student.get(page).then().statusCode(200).body(allOf(not(containsString("<script>alert")),
                    containsString("&quot;&gt;&lt;script&gt;")));
        }
    }

    @Test
    void refuseAddressesThatAreNone() {
        for (String url : new String[] { "javascript:alert(1)", "http://rooms.example", "//rooms.example", "data:text/html,x",
                "https://user:secret@rooms.example" }) {
            partner.request().body(Map.of("return_url", url)).put("/api/branding").then().statusCode(422);
        }
    }

    @Test
    void leadBackWithAResultThatCanBeTrusted() throws Exception {
        brand(Map.of("return_url", RETURN_URL));
        assertThat(result(student).getClaimValueAsString("status")).isEqualTo("open");
        student.answersEverything();
        Student.pays(started);
        student.get("return");
        student.get("confirmation").then().body(containsString("/leave\">Back to"));
        clock.jump(Duration.ofHours(3));
        JwtClaims result = result(student);
        assertThat(result.getClaimValueAsString("status")).isEqualTo("completed");
        assertThat(result.getClaimValueAsString("session_id")).isEqualTo(started.sessionId());
        assertThat(result.getClaimValueAsString("booking_id")).isNotBlank();
    }

    @Test
    void leadBackWhenTheTimeIsUp() throws Exception {
        brand(Map.of("return_url", RETURN_URL));
        clock.jump(Duration.ofMinutes(31));
        await().untilAsserted(() -> student.get("start").then().statusCode(410).body(containsString("/leave\">Back to")));
        assertThat(result(student).getClaimValueAsString("status")).isEqualTo("expired");
    }

    /** Where to is the partner's setting and nothing of the address. */
    @Test
    void leadNowhereElse() {
        assertThat(student.get("leave?return_url=https://evil.example").header("Location"))
                .endsWith("/" + started.sessionId() + "/start");
        new HostedStudent("01H14V1E5EVWGANKXQG7TVYGQ1", Map.of()).get("leave").then().statusCode(404);
    }

    @Test
    void areOnAPartnersOwnHostNobodyElses() {
        String host = "book-" + UUID.randomUUID() + ".example";
        Admin.request().body(Map.of("checkout_host", host)).patch("/admin/partners/" + partner.id()).then().statusCode(200);
        assertThat(partner.start(room).path("data.checkout_url").toString()).startsWith("https://" + host + "/");
        var other = HostedStudent.of(TestPartner.create().started(TestRoom.withUnits(1)));
        student.with("Host", host).get("start").then().statusCode(200);
        student.with("Host", host.toUpperCase() + ":443").get("start").then().statusCode(200);
        student.with("Host", "anything.example").get("start").then().statusCode(200);
        other.with("Host", host).get("start").then().statusCode(404).body(containsString("We cannot find this checkout"));
        other.with("Host", host + ".").get("start").then().statusCode(404);
        other.with("X-Forwarded-Host", host).get("start").then().statusCode(200);
    }

    private void brand(Map<String, Object> settings) {
        partner.request().body(settings).put("/api/branding").then().statusCode(200);
    }

    /** What a partner makes of it, by its guide. */
    private JwtClaims result(HostedStudent student) throws Exception {
        Response away = student.get("leave");
        away.then().statusCode(303).header("Referrer-Policy", "no-referrer");
        String address = away.header("Location");
        assertThat(address).startsWith(RETURN_URL + "&result=");
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder().setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedAudience(partner.id())
                .setEvaluationTime(org.jose4j.jwt.NumericDate.fromMilliseconds(clock.millis()))
                .build().processToClaims(address.substring(address.indexOf("result=") + "result=".length()));
    }
}
