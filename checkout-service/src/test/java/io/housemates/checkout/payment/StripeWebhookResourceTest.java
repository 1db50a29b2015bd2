package io.housemates.checkout.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.StripeWebhook;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@CheckoutTest
class StripeWebhookResourceTest {

    @Inject
    Pool pool;

    @Test
    void storesAnEventOnce() {
        String id = "evt_" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            StripeWebhook.send(event(id), Instant.now(), "whsec_simulator").then().statusCode(200).body("data.received",
                    equalTo(true));
        }
        assertThat(stored(id)).isEqualTo(1);
    }

    /**
     * Objects carry what a dashboard or an app writes on them, up to fifty notes of five hundred characters each, several
     * times.
     */
    @Test
    void storesAnEventAsLargeAsStripesGet() {
        String id = "evt_" + UUID.randomUUID();
        StripeWebhook.send(event(id, "x".repeat(500_000)), Instant.now(), "whsec_simulator").then().statusCode(200);
        assertThat(stored(id)).isEqualTo(1);
        StripeWebhook.send(event(id, "x".repeat(1_100_000)), Instant.now(), "whsec_simulator").then().statusCode(413);
    }

    @Test
    void refusesForgedOldAndUnsignedEvents() {
        String id = "evt_" + UUID.randomUUID();
        StripeWebhook.send(event(id), Instant.now(), "whsec_another").then().statusCode(400);
        StripeWebhook.send(event(id), Instant.now().minusSeconds(301), "whsec_simulator").then().statusCode(400);
        given().contentType(ContentType.JSON).body(event(id)).post("/stripe/webhooks").then().statusCode(400);
        StripeWebhook.send("{\"broken\"", Instant.now(), "whsec_simulator").then().statusCode(400);
        StripeWebhook.send("{}", Instant.now(), "whsec_simulator").then().statusCode(400);
        assertThat(stored(id)).isZero();
    }

    @Test
    void keepsAUnitForWhoPaidBeforeGivingDetails() {
        var partner = TestPartner.create();
        var room = TestRoom.withUnits(1);
        var started = partner.started(room);
        Student.pays(started);

        await().until(() -> partner.start(room).statusCode(), equalTo(409));
        partner.complete(started).then().statusCode(201);
    }

    private int stored(String id) {
        return pool.preparedQuery("SELECT count(*) FROM stripe_event WHERE id = $1").execute(Tuple.of(id))
                .await().indefinitely().iterator().next().getInteger(0);
    }

    private static String event(String id) {
        return event(id, "");
    }

    private static String event(String id, String note) {
        return "{\"id\":\"" + id + "\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\","
                + "\"data\":{\"object\":{\"id\":\"pi_unknown\",\"object\":\"payment_intent\",\"description\":\"" + note
                + "\"}}}";
    }
}
