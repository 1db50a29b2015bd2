package io.housemates.checkout.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Crowd;
import io.housemates.checkout.support.Management;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@CheckoutTest
class StripeOutageTest {

    @Inject
    StripeCircuit circuit;

    TestPartner partner;
    TestRoom room;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
        room = TestRoom.withUnits(3);
    }

    @AfterEach
    void stripeComesBack() {
        simulator().delete("/_simulator/faults").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.start(room).statusCode() == 201);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(Admin::assertNothingViolated);
    }

    @Test
    void refusesNewCheckoutsAtOnceWhileStripeIsAway() {
        stripeIsAway();
        partner.start(room).then().statusCode(503).header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("message", equalTo("api.payment_provider_unavailable"));
    }

    @Test
    void holdsNobodyUpWhileStripeHangs() {
        var free = TestRoom.create("gb", "GBP", "0.00", 1);
        var paid = partner.started(room);
        Student.pays(paid);
        hangs("/v1/payment_intents");
        hangs("/v1/payment_intents/*");
        var crowd = CompletableFuture.supplyAsync(() -> Crowd.times(60, () -> partner.start(room)));

        partner.start(free).then().statusCode(201);
        partner.request().get("/api/rooms/" + room.id()).then().statusCode(200);
        partner.read(paid).then().statusCode(200);

        assertThat(crowd.join()).allSatisfy(answer -> answer.then().statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("message", equalTo("api.payment_provider_unavailable")));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            partner.start(room);
            return circuit.isOpen();
        });
        Management.metrics().body(containsString("stripe_circuit_open 1.0"));
        partner.complete(paid).then().statusCode(503);

        simulator().delete("/_simulator/faults");
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.complete(paid).statusCode(), equalTo(201));
    }

    @Test
    void startsFreeCheckoutsAllTheSame() {
        var free = TestRoom.create("gb", "GBP", "0.00", 1);
        stripeIsAway();
        partner.start(free).then().statusCode(201);
    }

    @Test
    void completesWhatWasPaidOnceStripeIsBack() {
        var started = partner.started(room);
        Student.pays(started);
        stripeIsAway();
        partner.complete(started).then().statusCode(503);
        simulator().delete("/_simulator/faults");
        await().atMost(Duration.ofSeconds(30)).until(() -> partner.complete(started).statusCode() == 201);
    }

    @Test
    void takesARefusalForAnAnswer() {
        for (int i = 0; i < 40; i++) {
            assertThatExceptionOfType(ProviderRefusedException.class).isThrownBy(() -> circuit.call(() -> {
                throw new ProviderRefusedException("card_declined", 402);
            }));
        }
        assertThat(circuit.isOpen()).isFalse();
    }

    /** One partner that asks too often must not take Stripe away from all. */
    @Test
    void keepsAskingWhereStripeOnlyWantsToBeAskedLessOften() {
        simulator().body(Map.of("kind", "status_429", "match", Map.of("path", "/v1/payment_intents"), "times", 100_000))
                .post("/_simulator/faults").then().statusCode(200);
        Crowd.times(40, () -> partner.start(room)).forEach(answer -> answer.then().statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d*")));
        assertThat(circuit.isOpen()).isFalse();
    }

    private void stripeIsAway() {
        simulator().body(Map.of("kind", "status_503", "match", Map.of("path", "/v1/payment_intents"), "times", 100_000))
                .post("/_simulator/faults").then().statusCode(200);
        simulator().body(Map.of("kind", "status_503", "match", Map.of("path", "/v1/payment_intents/*"), "times", 100_000))
                .post("/_simulator/faults").then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            partner.start(room).then().statusCode(503);
            return circuit.isOpen();
        });
    }

    private static void hangs(String path) {
        simulator().body(Map.of("kind", "timeout_before", "match", Map.of("path", path), "times", 100_000))
                .post("/_simulator/faults").then().statusCode(200);
    }

    private static RequestSpecification simulator() {
        return given().baseUri(ConfigProvider.getConfig().getValue("STRIPE_API_BASE", String.class))
                .contentType(ContentType.JSON);
    }
}
