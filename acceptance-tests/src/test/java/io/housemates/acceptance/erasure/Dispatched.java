package io.housemates.acceptance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Topic;
import io.housemates.localstack.Service;

/** Records that go astray on Kafka. */
final class Dispatched {

    private Dispatched() {
    }

    /** One more event of the booking, sealed as it should be, that breaks the contract: the dispatcher keeps it back. */
    static void quarantine(String bookingId) {
        var event = Json.object(new Topic("bookings").value(bookingId, "booking.created"));
        new Topic("bookings").send(bookingId, "booking.updated", event.put("bookingPeriod", "never").toString());
        Patience.await("quarantine").until(() -> quarantined(bookingId) != null);
        assertThat(Database.DISPATCHER.text("SELECT key_id FROM quarantine WHERE order_key = ?", bookingId)).isNotNull();
    }

    static void release(String bookingId) {
        Services.admin(Service.DISPATCHER)
                .post("/admin/webhook-quarantine/" + quarantined(bookingId) + "/release", Json.object()).expect(200);
    }

    /** A record that nobody can read. */
    static void bury(String text) {
        String key = Ids.ulid();
        new Topic("checkouts").send(key, "checkout.completed", "{\"resident\":\"" + text);
        Patience.await("dead letter").until(() -> Json.items(Services.admin(Service.BOOKING).get("/admin/dead-letters")
                .expect(200).data().path("items")).anyMatch(letter -> key.equals(letter.path("key").asText())));
    }

    private static String quarantined(String bookingId) {
        return Database.DISPATCHER.text("SELECT event_id FROM quarantine WHERE order_key = ?", bookingId);
    }
}
