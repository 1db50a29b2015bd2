package io.housemates.dispatcher.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.Database;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Received;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.restassured.http.ContentType;

@DispatcherTest
class EndpointTroubleTest {

    @Inject
    Database database;

    @Inject
    HealthWatch watch;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void disablesAnEndpointThatIsGoneTellsTheOthersAndReplaysOnceItIsBack() {
        try (var gone = Receiver.answering(410); var other = Receiver.answering(200)) {
            var subscribed = Subscribed.to(gone, partner, "booking.*");
            Subscribed.to(other, partner, "endpoint.*");

            String first = Booking.of(partner).create();
            await().until(() -> other.received().size() == 1);
            assertThat(other.received().get(0).body()).contains("\"type\":\"endpoint.disabled\"").contains(subscribed.id())
                    .contains("\"reason\":\"gone\"");
            partner.request().get("/api/webhooks/" + subscribed.id()).then().body("data.item.enabled", equalTo(false))
                    .body("data.item.disabled_reason", equalTo("gone"));
            await().until(() -> "GONE".equals(subscribed.status(0)));

            String second = Booking.of(partner).create();
            await().until(() -> "HELD".equals(subscribed.status(0)));
            assertThat(gone.ids()).containsExactly(first);

            gone.answer(200);
            partner.request().contentType(ContentType.JSON).body(Map.of("enabled", true))
                    .patch("/api/webhooks/" + subscribed.id()).then().statusCode(200);
            String replay = partner.request().contentType(ContentType.JSON).body("{}")
                    .post("/api/webhooks/" + subscribed.id() + "/replay").then().statusCode(201)
                    .body("data.total", equalTo(2)).extract().path("data.id");
            await().until(() -> gone.received().size() == 3);
            assertThat(gone.ids()).containsExactlyInAnyOrder(first, first, second);
            await().until(() -> partner.request().get("/api/webhook-replays/" + replay).path("data.item.state"),
                    equalTo("DONE"));
        }
    }

    @Test
    void leavesTheWholeEndpointAloneAsLongAsItAsks() {
        try (var receiver = Receiver
                .answering(request -> request.response().setStatusCode(429).putHeader("Retry-After", "2").end())) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            Booking.of(partner).create();
            await().until(() -> receiver.received().size() == 1);
            await().until(
                    () -> partner.request().get("/api/webhooks/" + subscribed.id()).path("data.item.health.throttled_until"),
                    notNullValue());
            receiver.answer(200);
            Booking.of(partner).create();
            Booking.of(partner).create();

            await().until(() -> receiver.received().size() == 4);
            long throttledAt = receiver.received().get(0).at();
            assertThat(receiver.received().stream().skip(1).mapToLong(Received::at).min().orElseThrow() - throttledAt)
                    .isGreaterThan(Duration.ofMillis(1900).toNanos());
        }
    }

    @Test
    void warnsBeforeItDisablesAnEndpointThatFailsForDays() {
        try (var failing = Receiver.answering(500); var other = Receiver.answering(200)) {
            var subscribed = Subscribed.to(failing, partner, "booking.*");
            Subscribed.to(other, partner, "*");
            Booking.of(partner).create();
            await().until(() -> "EXHAUSTED".equals(subscribed.status(0)));
            await().until(() -> other.received().size() == 1);

            for (int[] hoursAndTold : new int[][] { { 29, 1 }, { 31, 2 }, { 31, 2 }, { 61, 3 }, { 91, 4 }, { 122, 5 } }) {
                failingFor(subscribed, hoursAndTold[0]);
                watch.look().await().atMost(Duration.ofSeconds(5));
                await().until(() -> other.received().size() == hoursAndTold[1]);
            }
            assertThat(other.received().get(1).body()).contains("endpoint.failing").contains("disabledAt");
            assertThat(other.received().get(4).body()).contains("endpoint.disabled").contains("\"reason\":\"failing\"");
            partner.request().get("/api/webhooks/" + subscribed.id()).then().body("data.item.enabled", equalTo(false));

            partner.request().contentType(ContentType.JSON).body(Map.of("enabled", true))
                    .patch("/api/webhooks/" + subscribed.id()).then().statusCode(200);
            partner.request().get("/api/webhooks/" + subscribed.id()).then().body("data.item.health.failing_since",
                    nullValue());
        }
    }

    @Test
    void warnsFirstWhenTheNextFailureComesLate() {
        try (var other = Receiver.answering(200)) {
            var subscribed = failing();
            Subscribed.to(other, partner, "endpoint.*");
            for (int[] hoursAndTold : new int[][] { { 200, 1 }, { 200, 1 }, { 229, 1 }, { 231, 2 } }) {
                failingFor(subscribed, hoursAndTold[0]);
                watch.look().await().atMost(Duration.ofSeconds(5));
                await().until(() -> other.received().size() == hoursAndTold[1]);
            }
            assertThat(other.received().get(0).body()).contains("endpoint.failing");
            assertThat(other.received().get(1).body()).contains("endpoint.disabled");
        }
    }

    @Test
    void judgesTheOthersWhenOneCannotBeJudged() {
        try (var other = Receiver.answering(200)) {
            var broken = failing();
            var subscribed = failing();
            Subscribed.to(other, partner, "endpoint.*");
            failingFor(broken, 31);
            failingFor(subscribed, 31);
            database.run("ALTER TABLE endpoint_health ADD CONSTRAINT broken CHECK (subscription_id <> '" + broken.id()
                    + "' OR warned = 0)");

            watch.look().await().atMost(Duration.ofSeconds(5));

            await().until(() -> other.received().size() == 1);
            assertThat(other.received().get(0).body()).contains(subscribed.id());
        } finally {
            database.run("ALTER TABLE endpoint_health DROP CONSTRAINT IF EXISTS broken");
        }
    }

    private Subscribed failing() {
        var subscribed = Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        database.run("INSERT INTO endpoint_health (subscription_id, failing_since, last_failed_at) VALUES ('" + subscribed.id()
                + "', now(), now())");
        return subscribed;
    }

    /** Moves what is noted of it into the past, but for its last failure. */
    private void failingFor(Subscribed subscribed, int hours) {
        String now = "last_failed_at - interval '" + hours + " hours'";
        database.run(
                "UPDATE endpoint_health SET failing_since = " + now + ", disable_at = disable_at - (failing_since - (" + now
                        + ")) WHERE subscription_id = '" + subscribed.id() + "'");
    }

    @Test
    void oneSuccessEndsTheCount() {
        try (var receiver = Receiver.answering(500)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            Booking.of(partner).create();
            await().until(
                    () -> partner.request().get("/api/webhooks/" + subscribed.id()).path("data.item.health.failing_since"),
                    notNullValue());
            receiver.answer(200);
            await().until(() -> "DELIVERED".equals(subscribed.status(0)));
            await().until(
                    () -> partner.request().get("/api/webhooks/" + subscribed.id()).path("data.item.health.failing_since"),
                    nullValue());
        }
    }

    @Test
    void blocksAnAddressThatBecameForbiddenWithoutRetry() {
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            database.run("UPDATE subscription SET url = 'http://10.1.2.3/', version = version + 1 WHERE id = '"
                    + subscribed.id() + "'");
            Booking.of(partner).create();
            await().until(() -> "BLOCKED".equals(subscribed.status(0)));
            partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries?status=blocked").then()
                    .body("data.items[0].attempts[0].outcome", equalTo("blocked"))
                    .body("data.items[0].attempts.size()", equalTo(1));
        }
    }
}
