package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Received;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.SealedEvent;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;
import io.vertx.core.http.HttpServerRequest;

@DispatcherTest
class SealedEventsTest {

    private static final String EVERYTHING = "SELECT string_agg(t, ' ') FROM (SELECT e::text AS t FROM event e UNION ALL "
            + "SELECT convert_from(body, 'UTF8') FROM event UNION ALL SELECT a::text FROM delivery_attempt a) everything";

    @Inject
    KeyEncryptionKey master;

    @Inject
    Database database;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void sendsTheWholeBodyKeepsItSealedAndForgetsItWithTheKey() throws Exception {
        try (var receiver = Receiver.answering(500)) {
            receiver.answer(request -> request.response().setStatusCode(500)
                    .end(receiver.received().get(receiver.received().size() - 1).body()));
            var subscribed = Subscribed.to(receiver, partner, "booking.created");
            String bookingId = Booking.of(partner).id();
            String keyId = announceSealed(bookingId, "unmistakable@" + bookingId.toLowerCase() + ".example");

            await().atMost(Duration.ofSeconds(30)).until(() -> subscribed.status(0), equalTo("EXHAUSTED"));
            assertThat(receiver.received().stream().map(Received::body).distinct()).hasSize(1)
                    .first().asString().contains("unmistakable@", "\"specialRequest\":null");
            String delivery = partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries")
                    .path("data.items[0].id");
            partner.request().get("/api/webhook-deliveries/" + delivery).then()
                    .body("data.item.attempts[0].response_head", containsString("unmistakable@"));
            assertThat(database.value(EVERYTHING)).doesNotContain("unmistakable@");

            Kafka.send("personal-keys", keyId, "data_key.destroyed", null);
            Kafka.awaitHandled("webhook-dispatcher", "personal-keys");
            receiver.answer(200);
            partner.request().post("/api/webhook-deliveries/" + delivery + "/retry").then().statusCode(200);

            await().atMost(Duration.ofSeconds(30)).until(() -> subscribed.status(0), equalTo("DELIVERED"));
            String last = receiver.received().get(receiver.received().size() - 1).body();
            assertThat(last).doesNotContain("unmistakable@").contains("\"resident\":null", "\"personalDataErased\":true");
            partner.request().get("/api/webhook-deliveries/" + delivery).then()
                    .body("data.item.attempts[0].response_head", nullValue());
            assertThat(partner.request().get("/api/events").asString()).doesNotContain("unmistakable@");
        }
    }

    @Test
    void sendsNullsOfSomebodyWhoWasErasedBeforeTheEventCame() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.created");
            String bookingId = Booking.of(partner).id();
            Kafka.send("personal-keys", bookingId + ".session", "data_key.destroyed", null);
            Kafka.awaitHandled("webhook-dispatcher", "personal-keys");

            announceSealed(bookingId, "unmistakable@" + bookingId.toLowerCase() + ".example");

            await().until(() -> receiver.received().size() == 1);
            assertThat(receiver.received().get(0).body()).doesNotContain("unmistakable@")
                    .contains("\"resident\":null", "\"personalDataErased\":true");
            assertThat(Kafka.recordsOf("bookings.dead-letter.webhook-dispatcher", bookingId)).isEmpty();
        }
    }

    @Test
    void forgetsSomebodyWhoIsErasedWhileTheWebhookIsUnderWay() throws Exception {
        var underWay = new CompletableFuture<HttpServerRequest>();
        try (var receiver = Receiver.answering(underWay::complete)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.created");
            String bookingId = Booking.of(partner).id();
            String keyId = announceSealed(bookingId, "unmistakable@" + bookingId.toLowerCase() + ".example");
            HttpServerRequest request = underWay.get(20, TimeUnit.SECONDS);

            Kafka.send("personal-keys", keyId, "data_key.destroyed", null);
            Kafka.awaitHandled("webhook-dispatcher", "personal-keys");
            receiver.answer(200);
            request.response().setStatusCode(500).end(receiver.received().get(0).body());

            await().atMost(Duration.ofSeconds(30)).until(() -> subscribed.status(0), equalTo("DELIVERED"));
            assertThat(receiver.received()).hasSize(2).last().extracting(Received::body).asString()
                    .doesNotContain("unmistakable@").contains("\"personalDataErased\":true");
            assertThat(database.value(EVERYTHING)).doesNotContain("unmistakable@");
        }
    }

    @Test
    void sealsWhatStillComesInClear() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.created");
            var booking = Booking.of(partner);
            ((ObjectNode) booking.event().get("resident")).put("email", "yesterday@" + booking.id().toLowerCase() + ".example");

            booking.create();

            await().until(() -> receiver.received().size() == 1);
            assertThat(receiver.received().get(0).body()).contains("yesterday@");
            assertThat(database.value(EVERYTHING)).doesNotContain("yesterday@");
        }
    }

    /** The key comes after the event that needs it: the dispatcher waits. */
    private String announceSealed(String bookingId, String email) {
        SealedEvent sealed = SealedEvent.of(partner, bookingId, email);
        sealed.create();
        sealed.sendKey(master);
        return sealed.keyId();
    }
}
