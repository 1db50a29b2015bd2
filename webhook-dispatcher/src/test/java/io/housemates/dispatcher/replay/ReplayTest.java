package io.housemates.dispatcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.support.Booking;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.dispatcher.support.Receiver;
import io.housemates.dispatcher.support.Subscribed;
import io.housemates.dispatcher.support.TestPartner;
import io.restassured.http.ContentType;

@DispatcherTest
class ReplayTest {

    @Test
    void sendsEverythingAgainWithTheSameIdsAndBytes() {
        TestPartner partner = TestPartner.introduced();
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                sent.add(Booking.of(partner).create());
            }
            await().until(() -> receiver.received().size() == 5);
            var bodies = receiver.received().stream().map(received -> received.body()).sorted().toList();

            String replay = partner.request().contentType(ContentType.JSON).body(Map.of("scope", "all"))
                    .post("/api/webhooks/" + subscribed.id() + "/replay").then().statusCode(201)
                    .body("data.total", equalTo(5)).body("data.state", equalTo("RUNNING")).extract().path("data.id");

            await().until(() -> receiver.received().size() == 10);
            assertThat(receiver.ids().subList(5, 10)).containsExactlyInAnyOrderElementsOf(sent);
            assertThat(receiver.received().subList(5, 10).stream().map(received -> received.body()).sorted().toList())
                    .isEqualTo(bodies);
            await().until(() -> partner.request().get("/api/webhook-replays/" + replay).path("data.item.state"),
                    equalTo("DONE"));
            partner.request().get("/api/webhook-replays/" + replay).then().body("data.item.done", equalTo(5));
            partner.request().post("/api/webhook-replays/" + replay + "/pause").then().statusCode(409);
        }
    }

    @Test
    void keepsTheOrderOfEachBookingThatWasHeld() {
        TestPartner partner = TestPartner.introduced();
        try (var receiver = Receiver.answering(200)) {
            var subscribed = Subscribed.to(receiver, partner, "booking.*");
            enable(subscribed, false);
            Map<String, String> cancelledAfter = new LinkedHashMap<>();
            for (int i = 0; i < 20; i++) {
                var booking = Booking.of(partner);
                cancelledAfter.put(booking.create(), booking.cancel());
            }
            await().until(() -> partner.request().get("/api/webhooks/" + subscribed.id() + "/deliveries?status=held")
                    .path("data.meta.total"), equalTo(40));

            enable(subscribed, true);
            partner.request().contentType(ContentType.JSON).body("{}").post("/api/webhooks/" + subscribed.id() + "/replay")
                    .then().statusCode(201);

            await().until(() -> receiver.received().size() == 40);
            List<String> ids = receiver.ids();
            assertThat(cancelledAfter).allSatisfy((created, cancelled) -> assertThat(ids.indexOf(created))
                    .isLessThan(ids.indexOf(cancelled)));
        }
    }

    private static void enable(Subscribed subscribed, boolean enabled) {
        subscribed.partner().request().contentType(ContentType.JSON).body(Map.of("enabled", enabled))
                .patch("/api/webhooks/" + subscribed.id()).then().statusCode(200);
    }

    @Test
    void canBeStoppedAndRefusesNonsense() {
        TestPartner partner = TestPartner.introduced();
        var subscribed = Subscribed.to("http://127.0.0.1:9/", partner, "booking.*");
        String path = "/api/webhooks/" + subscribed.id() + "/replay";
        for (String beforeTime : List.of("-1000000000-01-01T00:00:00Z", "-6000-01-01T00:00:00Z")) {
            partner.request().contentType(ContentType.JSON).body(Map.of("since", beforeTime)).post(path).then()
                    .statusCode(201).body("data.since", equalTo("1970-01-01T00:00:00Z"));
            await().until(() -> partner.request().get(path).path("data.items[0].state"), equalTo("DONE"));
            partner.request().contentType(ContentType.JSON).body(Map.of("until", beforeTime)).post(path).then().statusCode(422);
        }
        partner.request().contentType(ContentType.JSON).body(Map.of("scope", "some")).post(path).then().statusCode(422);
        partner.request().contentType(ContentType.JSON)
                .body(Map.of("since", "2026-01-02T00:00:00Z", "until", "2026-01-01T00:00:00Z")).post(path).then()
                .statusCode(422);
        partner.request().contentType(ContentType.JSON).body(Map.of("enabled", false))
                .patch("/api/webhooks/" + subscribed.id()).then().statusCode(200);
        partner.request().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(409);
        partner.request().get("/api/webhook-replays/unknown").then().statusCode(404);
    }
}
