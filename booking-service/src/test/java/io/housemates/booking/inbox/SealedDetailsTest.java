package io.housemates.booking.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Schema;
import io.housemates.booking.support.SealedCheckout;
import io.housemates.booking.support.SpanWatch;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class SealedDetailsTest {

    @Inject
    KeyEncryptionKey master;

    @Inject
    Pool pool;

    @Inject
    SpanWatch spans;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void waitsForTheKeyAndShowsWhatItOpens() throws Exception {
        var checkout = SealedCheckout.of(partner);

        checkout.complete();
        checkout.handOverKey(master);

        awaitBooking(checkout.bookingId());
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200)
                .body("data.item.resident.email", equalTo("zoe@example.com"))
                .body("data.item.supporting_contact.first_name", equalTo("Maeve"));
        for (String word : new String[] { "ZOE@example.com ", "zo\u00eb", "Zoe\u0308  O\u2019Neill", "zoe o'neill" }) {
            partner.request().queryParam("filter[search]", word).get("/api/bookings").then().statusCode(200)
                    .body("data.items.id", hasItem(checkout.bookingId()));
        }
    }

    @Test
    void showsNothingOnceTheKeyIsDestroyed() throws Exception {
        var checkout = SealedCheckout.of(partner);
        checkout.handOverKey(master);
        checkout.complete();
        awaitBooking(checkout.bookingId());

        checkout.destroyKey();
        Kafka.awaitHandled("booking-service", "personal-keys");
        checkout.handOverKey(master);
        Kafka.awaitHandled("booking-service", "personal-keys");

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200)
                .body("data.item.resident", nullValue()).body("data.item.course", nullValue());
        partner.request().get("/api/bookings/export").then().statusCode(200);
    }

    @Test
    void erasesForGoodAndKeepsWhatWasSold() throws Exception {
        var checkout = SealedCheckout.of(partner);
        checkout.handOverKey(master);
        checkout.complete();
        awaitBooking(checkout.bookingId());

        for (int time = 0; time < 2; time++) {
            partner.request().post("/api/bookings/" + checkout.bookingId() + "/erasure").then().statusCode(200)
                    .body("data.item.resident", nullValue()).body("data.item.booking_period.price_per_week", equalTo("164.32"));
        }

        await().untilAsserted(() -> assertThat(Kafka.recordsOf("personal-keys", checkout.checkout().sessionId()))
                .last().extracting(ConsumerRecord::value).isNull());
        await().untilAsserted(() -> assertThat(Kafka.recordsOf("bookings", checkout.bookingId())).hasSize(2));
        var event = Examples.JSON.readTree(Kafka.recordsOf("bookings", checkout.bookingId()).get(1).value());
        assertThat(Schema.of("booking.erased", 1).problemsOf(event)).isEmpty();
        partner.request().queryParam("filter[search]", "zoe@example.com").get("/api/bookings").then().statusCode(200)
                .body("data.items.id", not(hasItem(checkout.bookingId())));
        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then()
                .body("data.items.event", contains("confirmed", "erased"));
        TestPartner.introduced().request().post("/api/bookings/" + checkout.bookingId() + "/erasure").then().statusCode(404);
    }

    @Test
    void showsTheOthersWhereTheKeysOfSomeAreMissing() throws Exception {
        var readable = SealedCheckout.of(partner);
        var keyless = SealedCheckout.of(partner);
        var unusable = SealedCheckout.of(partner);
        for (var checkout : List.of(readable, keyless, unusable)) {
            checkout.handOverKey(master);
            checkout.complete();
            awaitBooking(checkout.bookingId());
        }
        execute("DELETE FROM data_key WHERE id = $1", keyless.checkout().sessionId());
        execute("UPDATE data_key SET wrapped = '\\x00' WHERE id = $1", unusable.checkout().sessionId());

        partner.request().get("/api/bookings?sort[created_at]=asc").then().statusCode(200)
                .body("data.items.id", contains(readable.bookingId(), keyless.bookingId(), unusable.bookingId()))
                .body("data.items.resident", contains(notNullValue(), nullValue(), nullValue()))
                .body("data.items.erased_at", contains(nullValue(), nullValue(), nullValue()));
        partner.request().get("/api/bookings/" + unusable.bookingId()).then().statusCode(200)
                .body("data.item.resident", nullValue()).body("data.item.booking_period.price_per_week", equalTo("164.32"));
        assertThat(partner.request().accept("text/csv").get("/api/bookings/export").then().statusCode(200).extract()
                .asString().split("\r\n")).hasSize(4);
    }

    @Test
    void storesNothingOfItInClear() {
        var checkout = Checkout.of(partner).complete();
        awaitBooking(checkout.bookingId());

        String row = pool.preparedQuery("SELECT b::text || string_agg(s.term, ',') FROM booking b "
                + "JOIN booking_search s ON s.booking_id = b.id WHERE b.id = $1 GROUP BY b.*").execute(
                        Tuple.of(checkout.bookingId()))
                .await().atMost(Duration.ofSeconds(10)).iterator().next().getString(0);

        assertThat(row.toLowerCase()).doesNotContain("zoe", "zo\u00eb", "neill", "maeve", "example street", "447400");
    }

    @Test
    void tracesNobody() throws Exception {
        spans.begin();
        partner.request().queryParam("filter[search]", "zoe@example.com").get("/api/bookings").then().statusCode(200);
        await().until(() -> spans.soFar().stream().anyMatch(span -> span.contains("/api/bookings")));
        assertThat(spans.end()).anyMatch(span -> span.contains("not traced")).noneMatch(span -> span.contains("zoe"));
    }

    private void execute(String sql, String keyId) {
        pool.preparedQuery(sql).execute(Tuple.of(keyId)).await().atMost(Duration.ofSeconds(10));
    }

    private void awaitBooking(String id) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> partner.request().get("/api/bookings/" + id).then().statusCode(200));
    }
}
