package io.housemates.dispatcher.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Received;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

@DispatcherTest
class DeliveryFlowTest {

    @Inject
    Database database;

    @Inject
    @ReactiveDataSource("api")
    Pool ofTheApi;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void deliversASignedBookingOnce() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.created");
            var booking = Booking.of(partner);

            String event = booking.create();

            await().until(() -> receiver.received().size() == 1);
            Received received = receiver.received().get(0).verifiedWith(subscribed.secret());
            assertThat(received.headers().get("webhook-id")).isEqualTo(event);
            assertThat(received.headers().get("webhook-attempt")).isEqualTo("1");
            assertThat(received.headers().get("content-type")).isEqualTo("application/json");
            JsonNode body = Examples.JSON.readTree(received.body());
            assertThat(body.fieldNames()).toIterable().containsExactly("type", "id", "created_at", "payload");
            assertThat(body.at("/payload").fieldNames()).toIterable().containsExactly("booking", "bookingPeriod", "roomType",
                    "resident", "supportingContact", "course");
            assertThat(body.at("/payload/booking/id").asText()).isEqualTo(booking.id());
            assertThat(received.body()).contains("\"price_per_week\":164.32").contains("\"holding_fee\":250,");
            await().until(() -> subscribed.status(0), equalTo("DELIVERED"));
            partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries").then()
                    .statusCode(200).body("data.items", hasSize(1)).body("data.meta.total", equalTo(1))
                    .body("data.items[0].status", equalTo("DELIVERED")).body("data.items[0].event_id", equalTo(event))
                    .body("data.items[0].event_type", equalTo("booking.created"))
                    .body("data.items[0].attempts.outcome", contains("delivered"))
                    .body("data.items[0].attempts[0].status_code", equalTo(200));
        }
    }

    @Test
    void deliversARedeliveredEventOnce() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "*");
            var booking = Booking.of(partner);
            var record = Kafka.record("bookings", booking.id(), "evt_twice" + booking.id(), "booking.created",
                    Examples.bytes(booking.event()));

            Kafka.send(record);
            Kafka.send(record);
            var marker = Booking.of(partner);
            String last = Kafka.send("bookings", booking.id(), "booking.created", Examples.bytes(marker.event()));

            await().until(() -> receiver.ids().contains(last));
            assertThat(receiver.ids()).containsExactly("evt_twice" + booking.id(), last);
        }
    }

    @Test
    void setsMalformedRecordsAsideAndGoesOn() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.*");
            var booking = Booking.of(partner);

            Kafka.send("bookings", booking.id(), "booking.created", "not json".getBytes());
            Kafka.send("bookings", booking.id(), "booking.created", "{\"partnerId\":7}".getBytes());
            Kafka.send("bookings", booking.id(), "booking.unheard_of", "{}".getBytes());
            String event = booking.create();

            await().until(() -> receiver.ids().contains(event));
            assertThat(receiver.ids()).containsExactly(event);
            await().until(() -> Kafka.recordsOf("bookings.dead-letter.webhook-dispatcher", booking.id()).size() == 2);
        }
    }

    @Test
    void passesUnknownFieldsOn() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.created");
            var booking = Booking.of(partner);
            booking.event().put("somethingNew", 1);

            booking.create();

            await().until(() -> receiver.received().size() == 1);
            assertThat(receiver.received().get(0).body()).contains("\"somethingNew\":1");
        }
    }

    @Test
    void continuesTheTraceOfTheBooking() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.created");
            var booking = Booking.of(partner);
            var record = Kafka.record("bookings", booking.id(), "evt_traced" + booking.id(), "booking.created",
                    Examples.bytes(booking.event()));
            record.headers().add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes());

            Kafka.send(record);

            await().until(() -> receiver.received().size() == 1);
            assertThat(receiver.received().get(0).headers().get("traceparent"))
                    .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01");
        }
    }

    @Test
    void quarantinesWhatDoesNotFitTheCatalogue() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.created");
            var misfit = Booking.of(partner);
            misfit.event().remove("resident");
            var disabled = Subscribed.to(receiver, partner, "booking.created");
            partner.request().contentType("application/json").body(Map.of("enabled", false))
                    .patch("/api/webhooks/" + disabled.id())
                    .then().statusCode(200);

            String event = misfit.create();
            String good = Kafka.send("bookings", misfit.id(), "booking.created", Examples.bytes(Booking.of(partner).event()));

            await().until(() -> receiver.ids().contains(good));
            assertThat(receiver.ids()).containsExactly(good);
            given().header("Authorization", "Bearer test-admin").get("/admin/webhook-quarantine").then().statusCode(200)
                    .body("data.meta.current_page", equalTo(1))
                    .body("data.items.find { it.event_id == '" + event + "' }.reason", containsString("payload: required"));
            given().header("Authorization", "Bearer test-admin").post("/admin/webhook-quarantine/" + event + "/release").then()
                    .statusCode(200);
            await().until(() -> receiver.ids().contains(event));
            partner.request().get("/api/webhooks/" + disabled.id() + "/deliveries").then()
                    .body("data.items.find { it.event_id == '" + event + "' }.status", equalTo("HELD"));
            given().header("Authorization", "Bearer wrong").get("/admin/webhook-quarantine").then().statusCode(401);
        }
    }

    @Test
    void deliversWhileTheApiHasNoConnectionLeft() {
        try (var receiver = Receiver.answering(200)) {
            Subscribed.to(receiver, partner, "booking.*");
            List<SqlConnection> all = Stream.generate(() -> ofTheApi.getConnection().await().atMost(Duration.ofSeconds(10)))
                    .limit(6).toList();

            String event = Booking.of(partner).create();

            await().until(() -> receiver.ids().contains(event));
            assertThat(all.get(0).query("SHOW statement_timeout").execute().await().atMost(Duration.ofSeconds(10)).iterator()
                    .next().getString(0)).isEqualTo("10s");
            all.forEach(connection -> connection.close().await().atMost(Duration.ofSeconds(10)));
        }
    }

    /** A flood of requests, with a token or without, keeps no delivery waiting. */
    @Test
    void asksForCredentialsOnTheConnectionsOfTheApi() {
        given().header("Authorization", "Bearer hm_test_unknown").header("X-API-PARTNER-ID", partner.id()).get("/api/events")
                .then().statusCode(401);
        assertThat(database.column("SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() "
                + "AND query LIKE 'SELECT 1 FROM partner_token WHERE sha256%'")).containsExactly("webhook-dispatcher-api");
    }

    @Test
    void countsNoFurtherThanItIsOfUse() {
        var subscribed = Subscribed.to("http://127.0.0.1:9/", partner, "*");
        database.run("INSERT INTO delivery_finished (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                + "order_key, created_at, attempts, status) SELECT '" + subscribed.id() + "' || n, '" + subscribed.id() + "', '"
                + partner.id() + "', 'evt_' || n, now(), 'booking.created', 'b', now(), 1, "
                + "CASE WHEN n > 7 THEN 'DELIVERED' ELSE 'HELD' END FROM generate_series(1, 10020) n");
        String path = "/api/webhooks/" + subscribed.id() + "/deliveries?per_page=3";

        partner.request().get(path).then().statusCode(200).body("data.meta.total", equalTo(10_000))
                .body("data.items", hasSize(3));
        partner.request().get(path + "&page=3&status=held").then().body("data.meta.total", equalTo(7))
                .body("data.items.status", contains("HELD"));
        partner.request().get(path + "&status=pending").then().body("data.meta.total", equalTo(0));
        String ofTheFew = database.value("SELECT indexrelid::regclass FROM pg_index WHERE indpred IS NOT NULL AND indrelid = "
                + "('delivery_finished' || to_char(now() AT TIME ZONE 'UTC', '_YYYYMMDD'))::regclass");
        assertThat(database.column("EXPLAIN SELECT d.* FROM delivery d WHERE d.subscription_id = '" + subscribed.id()
                + "' AND d.status = 'HELD' ORDER BY d.id DESC LIMIT 10")).anyMatch(line -> line.contains(ofTheFew));
        database.run("DELETE FROM delivery_finished WHERE subscription_id = '" + subscribed.id() + "'");
    }

    @Test
    void refusesTimesThatNobodyCanMean() {
        String path = "/api/webhooks/" + Subscribed.to("http://127.0.0.1:9/", partner, "*").id() + "/deliveries?";
        for (String time : List.of("%2B999999999-12-31T00:00:00Z", "-1000000000-01-01T00:00:00Z", "-5000-01-01T00:00:00Z",
                "x")) {
            partner.request().urlEncodingEnabled(false).get(path + "since=" + time + "&until=" + time).then().statusCode(422)
                    .body("data.messages.keySet()", containsInAnyOrder("since", "until"));
        }
        partner.request().get(path + "event_type=booking.unheard_of").then().statusCode(422)
                .body("data.messages.keySet()", contains("event_type"));
    }

    @Test
    void retriesOnTheScheduleWithTheSameIdAndBytesUntilExhausted() {
        try (var receiver = Receiver.answering(500)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.created");

            Booking.of(partner).create();

            await().until(() -> subscribed.status(0), equalTo("EXHAUSTED"));
            partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries").then()
                    .body("data.items[0].attempts.number", contains(1, 2, 3, 4))
                    .body("data.items[0].attempts.reason", contains("http_500", "http_500", "http_500", "http_500"));
            assertThat(receiver.ids().stream().distinct()).hasSize(1);
            assertThat(receiver.received().stream().map(Received::body).distinct()).hasSize(1);
            assertThat(receiver.received()).allSatisfy(received -> received.verifiedWith(subscribed.secret()));
        }
    }

    @Test
    void deliversOnceAReceiverIsBack() {
        int port;
        try (var down = Receiver.answering(200)) {
            port = down.port();
        }
        var subscribed = Subscribed.to("http://127.0.0.1:" + port + "/", partner, "booking.created");
        Booking.of(partner).create();
        await().until(() -> subscribed.status(0), equalTo("EXHAUSTED"));
        partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries").then()
                .body("data.items[0].attempts[0].reason", equalTo("connect"));

        String delivery = partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries").path("data.items[0].id");
        try (var back = Receiver.answering(port, 200)) {
            partner.request().post("/api/webhook-deliveries/" + delivery + "/retry").then().statusCode(200);
            await().until(() -> back.received().size() == 1);
            await().until(() -> subscribed.status(0), equalTo("DELIVERED"));
            partner.request().get("/api/webhook-deliveries/" + delivery).then()
                    .body("data.item.status", equalTo("DELIVERED")).body("data.item.attempts", hasSize(5))
                    .body("data.item.attempts[4].response_head", equalTo("ok"));
        }
    }

    @Test
    void takesUpWhatACrashedInstanceHeld() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.created");
            String event = Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 1);
            await().until(() -> database.value("SELECT status FROM delivery WHERE subscription_id = '" + subscribed.id() + "'")
                    .equals("DELIVERED"));

            // the row as an instance leaves it that dies after the claim: leased, and nobody works on it
            database.run("WITH f AS (DELETE FROM delivery_finished WHERE subscription_id = '" + subscribed.id()
                    + "' RETURNING *) "
                    + "INSERT INTO delivery_waiting (id, subscription_id, partner_id, event_id, event_recorded_at, event_type, "
                    + "order_key, created_at, due_at, lease) SELECT id, subscription_id, partner_id, event_id, event_recorded_at, "
                    + "event_type, order_key, created_at, now() + interval '1 second', 1 FROM f");
            await().atMost(Duration.ofSeconds(5)).until(() -> receiver.received().size() == 2);
            assertThat(receiver.ids()).containsExactly(event, event);
        }
    }

    @Test
    void keepsTheOrderOfABookingWhileOthersPass() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            var booking = Booking.of(partner);
            receiver.answer(request -> request.response()
                    .setStatusCode(receiver.ids().size() < 3 ? 500 : 200).end());

            String created = booking.create();
            String cancelled = booking.cancel();
            await().until(() -> receiver.ids().contains(cancelled));

            List<String> ids = receiver.ids();
            assertThat(ids.subList(0, ids.indexOf(cancelled))).containsOnly(created).hasSizeGreaterThanOrEqualTo(3);
            assertThat(receiver.received()).allSatisfy(received -> received.verifiedWith(subscribed.secret()));
        }
    }
}
