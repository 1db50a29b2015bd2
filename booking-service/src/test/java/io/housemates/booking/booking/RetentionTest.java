package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.SealedCheckout;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.KeyEncryptionKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class RetentionTest {

    private static final String BOOKINGS = "data.items.find { it.data == 'people_of_old_bookings' }.";

    @Inject
    KeyEncryptionKey master;

    @Inject
    ClearDetails clearDetails;

    @Inject
    Filing filing;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void forgetsWhoMovedOutMoreThanSixYearsAgoAndNobodyElse() throws Exception {
        LocalDate sixYearsAgo = LocalDate.now().minusYears(6);
        String longAgo = bookedUntil(sixYearsAgo.minusDays(2));
        String stillKept = bookedUntil(sixYearsAgo.plusDays(2));

        Admin.request().get("/admin/retention").then().statusCode(200).body(BOOKINGS + "due", greaterThanOrEqualTo(1))
                .body(BOOKINGS + "oldest", notNullValue());
        read(longAgo).then().body("data.item.resident", notNullValue());

        int removed = Stream.generate(() -> CompletableFuture.supplyAsync(() -> Admin.request().post("/admin/retention")))
                .limit(2).toList().stream().map(CompletableFuture::join)
                .mapToInt(answer -> answer.then().statusCode(200).extract().<Integer> path(BOOKINGS + "removed")).sum();

        assertThat(removed).isGreaterThanOrEqualTo(1);
        read(longAgo).then().body("data.item.resident", nullValue()).body("data.item.erased_at", notNullValue())
                .body("data.item.booking_period.price_per_week", equalTo("164.32"));
        read(stillKept).then().body("data.item.resident", notNullValue()).body("data.item.erased_at", nullValue());
        partner.request().get("/api/bookings/" + longAgo + "/history").then()
                .body("data.items.event", contains("confirmed", "erased"))
                .body("data.items.actor", contains("checkout", "retention"));
        await().untilAsserted(() -> assertThat(types(longAgo)).containsExactly("booking.created", "booking.erased"));
        Admin.request().get("/admin/retention").then().body(BOOKINGS + "due", equalTo(0));
    }

    @Test
    void cancelsAndErasesAtOnceWithoutLosingEither() throws Exception {
        for (int round = 0; round < 5; round++) {
            String id = bookedUntil(LocalDate.now().plusYears(1));
            var cancelled = CompletableFuture.supplyAsync(() -> partner.request().contentType("application/json")
                    .body("{\"reason\":\"visa\"}").post("/api/bookings/" + id + "/cancel"));
            var erased = CompletableFuture.supplyAsync(() -> partner.request().post("/api/bookings/" + id + "/erasure"));
            cancelled.join().then().statusCode(200);
            erased.join().then().statusCode(200);

            read(id).then().body("data.item.status", equalTo("cancelled")).body("data.item.resident", nullValue())
                    .body("data.item.refund.state", equalTo("pending"));
            await().untilAsserted(() -> assertThat(types(id)).startsWith("booking.created")
                    .containsExactlyInAnyOrder("booking.created", "booking.cancelled", "booking.erased"));
        }
    }

    @Test
    void sealsAndFilesWhatIsStillInClear() throws Exception {
        String id = bookedUntil(LocalDate.now().plusYears(1));
        String details = new String(Examples.bytes(Examples.of("personal_data")), UTF_8);
        run("UPDATE booking SET clear_details = $2, sealed_details = NULL, key_id = NULL, filed_under = NULL WHERE id = $1",
                Tuple.of(id, details));
        run("DELETE FROM booking_search WHERE booking_id = $1", Tuple.of(id));

        onEventLoop(clearDetails.seal());
        onEventLoop(filing.fileOutdated());

        assertThat(run("SELECT 1 FROM booking WHERE id = $1 AND clear_details IS NULL AND sealed_details IS NOT NULL",
                Tuple.of(id))).isEqualTo(1);
        read(id).then().body("data.item.resident.email", equalTo("zoe@example.com"));
        assertFound("zoe@example.com", id);
    }

    @Test
    void filesAnewWhatAnotherKeyHasFiled() throws Exception {
        String id = bookedUntil(LocalDate.now().plusYears(1));
        run("UPDATE booking SET filed_under = 'another' WHERE id = $1", Tuple.of(id));
        run("UPDATE booking_search SET term = 'another' || term WHERE booking_id = $1", Tuple.of(id));
        partner.request().queryParam("filter[search]", "zoe").get("/api/bookings").then().body("data.items.id",
                not(hasItem(id)));
        Admin.request().get("/admin/search-index").then().statusCode(200).body("data.left", greaterThanOrEqualTo(1));

        onEventLoop(filing.fileOutdated());

        Admin.request().get("/admin/search-index").then().body("data.left", equalTo(0));
        assertFound("ZOE O'NEILL", id);
        Admin.request().queryParam("filter[search]", "zoe@example.com").queryParam("sort[created_at]", "asc")
                .queryParam("per_page", 100).get("/admin/bookings").then().statusCode(200)
                .body("data.items.id", hasItem(id));
    }

    @Test
    void filesTheOthersHoweverManyCannotBeOpened() throws Exception {
        String unusable = bookedUntil(LocalDate.now().plusYears(1));
        String sound = bookedUntil(LocalDate.now().plusYears(1));
        run("UPDATE booking SET filed_under = 'another' WHERE id = $1", Tuple.of(unusable));
        run("""
                INSERT INTO booking SELECT r.* FROM booking b, generate_series(1, $2) n,
                    jsonb_populate_record(b, jsonb_build_object('id', b.id || n, 'session_id', b.session_id || n,
                                                                'key_id', 'nobody')) r
                 WHERE b.id = $1""", Tuple.of(unusable, 1_100));
        run("UPDATE booking SET filed_under = 'another' WHERE id = $1", Tuple.of(sound));
        try {
            onEventLoop(filing.fileOutdated());
            onEventLoop(filing.fileOutdated());

            Admin.request().get("/admin/search-index").then().body("data.left", equalTo(0))
                    .body("data.unusable", greaterThanOrEqualTo(1_100));
        } finally {
            run("DELETE FROM booking WHERE key_id = 'nobody'", Tuple.tuple());
        }
        onEventLoop(filing.fileOutdated());
        Admin.request().get("/admin/search-index").then().body("data.left", equalTo(0)).body("data.unusable", equalTo(0));
    }

    private void assertFound(String words, String id) {
        partner.request().queryParam("filter[search]", words).get("/api/bookings").then().statusCode(200)
                .body("data.items.id", hasItem(id));
    }

    private String bookedUntil(LocalDate end) throws Exception {
        var checkout = SealedCheckout.of(partner);
        LocalDate start = end.minusYears(1);
        checkout.checkout().event().put("completedAt", start.minusDays(30) + "T10:00:00Z");
        ((ObjectNode) checkout.checkout().event().get("bookingPeriod")).put("startDate", start.toString())
                .put("endDate", end.toString());
        checkout.handOverKey(master);
        checkout.complete();
        await().atMost(Duration.ofSeconds(30)).until(() -> read(checkout.bookingId()).statusCode() == 200);
        return checkout.bookingId();
    }

    private Response read(String id) {
        return partner.request().get("/api/bookings/" + id);
    }

    private static List<String> types(String id) {
        return Kafka.recordsOf("bookings", id).stream().map(RetentionTest::type).toList();
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value());
    }

    private int run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(Duration.ofSeconds(10)).rowCount();
    }

    /** As the schedule does it. */
    private void onEventLoop(Uni<Void> work) {
        var done = new CompletableFuture<Void>();
        vertx.getOrCreateContext().runOnContext(go -> work.subscribe().with(done::complete, done::completeExceptionally));
        done.join();
    }
}
