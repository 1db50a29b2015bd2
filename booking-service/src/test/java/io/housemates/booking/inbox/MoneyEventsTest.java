package io.housemates.booking.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Schema;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What checkout tells of the money shows on the booking and is passed on, once and whenever it comes. */
@QuarkusTest
class MoneyEventsTest {

    private static final String NO_AMOUNT = "The data has an amount that is none in its currency.";

    TestPartner partner;
    Checkout checkout;

    @BeforeEach
    void completeACheckout() {
        partner = TestPartner.introduced();
        checkout = Checkout.of(partner);
    }

    @Test
    void tellsWhatToExpectAndThenThatItIsBack() throws Exception {
        checkout.complete();
        cancel("visa")
                .body("data.item.refund.state", equalTo("pending")).body("data.item.refund.expected", equalTo("250.00"))
                .body("data.item.refund.amount", equalTo("0.00")).body("data.item.refund.at", nullValue());

        tell("checkout.refunded", refunded(250));

        var events = awaitEvents("booking.created", "booking.cancelled", "booking.updated");
        booking().body("data.item.refund.state", equalTo("refunded")).body("data.item.refund.amount", equalTo("250.00"))
                .body("data.item.refund.at", equalTo("2026-09-01T10:16:02.481Z"));
        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then()
                .body("data.items.event", contains("confirmed", "cancelled", "refunded"))
                .body("data.items.amount", contains(nullValue(), nullValue(), equalTo("250.00")))
                .body("data.items.reason", contains(nullValue(), equalTo("visa"), nullValue()));
        var cancelled = Examples.JSON.readTree(events.get(1).value());
        assertThat(Schema.of("booking.cancelled", 2).problemsOf(cancelled)).isEmpty();
        assertThat(cancelled.at("/booking/refund/expected").asInt()).isEqualTo(250);
        var updated = Examples.JSON.readTree(events.get(2).value());
        assertThat(Schema.of("booking.updated", 2).problemsOf(updated)).isEmpty();
        assertThat(updated.at("/booking/refund/state").asText()).isEqualTo("refunded");
    }

    @Test
    void showsThatNothingComesBackAndThatARefundFailed() {
        checkout.event().remove("cancellationTerms");
        checkout.complete();
        cancel("student").body("data.item.refund.state", equalTo("pending"))
                .body("data.item.refund.expected", nullValue()).body("data.item.cancellation_terms", nullValue());

        tell("checkout.refund_failed", Examples.of("checkout.refund_failed"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> booking().body("data.item.refund.state", equalTo("failed")));
        tell("checkout.refund_declined", Examples.of("checkout.refund_declined"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> booking().body("data.item.refund.state", equalTo("none"))
                .body("data.item.refund.expected", equalTo("0.00")));
    }

    @Test
    void showsThatABankDisputesThePaymentAndWhatCameOfIt() throws Exception {
        checkout.complete();
        booking().body("data.item.dispute", nullValue());
        var lost = Examples.of("checkout.disputed").put("state", "lost").put("changedAt", "2026-11-02T08:30:11Z");
        tell("checkout.disputed", lost);
        tell("checkout.disputed", Examples.of("checkout.disputed"));

        var events = awaitEvents("booking.created", "booking.updated", "booking.updated");
        booking().body("data.item.dispute.state", equalTo("lost")).body("data.item.status", equalTo("confirmed"));
        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then()
                .body("data.items.event", contains("confirmed", "disputed", "disputed"))
                .body("data.items.dispute_state", contains(nullValue(), equalTo("lost"), equalTo("needs_response")));
        var updated = Examples.JSON.readTree(events.get(1).value());
        assertThat(Schema.of("booking.updated", 2).problemsOf(updated)).isEmpty();
        assertThat(updated.at("/booking/dispute/state").asText()).isEqualTo("lost");
    }

    @Test
    void addsUpPartsAndBelievesABankThatSendsOneBack() {
        checkout.complete();
        cancel("visa");
        tell("checkout.refunded", refunded(100));
        tell("checkout.refunded", refunded(150).put("refundedTotal", 250));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> booking().body("data.item.refund.state", equalTo("refunded"))
                        .body("data.item.refund.amount", equalTo("250.00")));

        tell("checkout.refund_failed", Examples.of("checkout.refund_failed").put("failedAt", "2026-09-03T08:00:00Z")
                .put("refundedTotal", 100));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> booking().body("data.item.refund.state", equalTo("failed"))
                .body("data.item.refund.amount", equalTo("100.00")));
    }

    @Test
    void keepsWhatComesBeforeItsBookingUntilItIsThere() {
        ObjectNode ofYesterday = refunded(100);
        ofYesterday.remove("refundedTotal");
        tell("checkout.refunded", ofYesterday);
        Kafka.awaitHandled("booking-service", "checkouts");

        checkout.complete();

        booking().body("data.item.refund.state", equalTo("partial")).body("data.item.refund.amount", equalTo("100.00"))
                .body("data.item.status", equalTo("confirmed"));
        awaitEvents("booking.created", "booking.updated");
    }

    @Test
    void countsARefundOnceHoweverOftenAndInWhateverOrderItIsTold() {
        String eventId = "evt_" + UUID.randomUUID();
        IntStream.range(0, 100).parallel().forEach(i -> {
            var record = Kafka.record("checkouts", "any key " + i, eventId, "checkout.refunded", data(refunded(100)));
            Kafka.send(record);
            if (i == 50) {
                checkout.complete();
            }
        });
        Kafka.awaitHandled("booking-service", "checkouts");

        booking().body("data.item.refund.amount", equalTo("100.00"));
        awaitEvents("booking.created", "booking.updated");
        partner.request().get("/api/bookings/" + checkout.bookingId() + "/history").then().body("data.items", hasSize(2));
    }

    @Test
    void putsAsideWhatIsNoRefund() {
        checkout.complete();
        booking();
        tell("checkout.refunded", refunded(250).put("currency", "USD"));
        tell("checkout.refunded", refunded(250).putNull("refundedAt"));
        tell("checkout.refund_declined", Examples.of("checkout.refund_failed"));
        tell("checkout.refunded", refunded(250).put("amount", new BigDecimal("1e999999999")));
        tell("checkout.refund_failed", Examples.of("checkout.refund_failed").put("refundedTotal", new BigDecimal("0.001")));
        tell("checkout.disputed", Examples.of("checkout.disputed").put("amount", new BigDecimal("-1e999999999")));
        tell("checkout.refunded", refunded(250));

        awaitEvents("booking.created", "booking.updated");
        assertThat(Kafka.awaitRecordsOf(CheckoutsInboxTest.DEAD_LETTERS, checkout.sessionId())).hasSize(6);
        List<Map<String, Object>> listed = Admin.request().get("/admin/dead-letters").then().statusCode(200).extract()
                .path("data.items.findAll { it.key == '" + checkout.sessionId() + "' }");
        assertThat(listed).extracting(each -> each.get("reason")).containsExactlyInAnyOrder("IllegalArgumentException",
                "The data does not fit at /refundedAt.", "The data does not fit at /declinedAt.", NO_AMOUNT, NO_AMOUNT,
                NO_AMOUNT);
        Admin.request().post("/admin/dead-letters/" + listed.get(0).get("id") + "/replay").then().statusCode(200);
    }

    private ObjectNode refunded(int amount) {
        return Examples.of("checkout.refunded").put("amount", amount).put("refundedTotal", amount);
    }

    private void tell(String type, ObjectNode event) {
        Kafka.send("checkouts", checkout.sessionId(), type, data(event));
    }

    private byte[] data(ObjectNode event) {
        return Examples.bytes(event.put("bookingId", checkout.bookingId()).put("sessionId", checkout.sessionId()));
    }

    private ValidatableResponse booking() {
        return partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
    }

    private ValidatableResponse cancel(String reason) {
        return partner.request().contentType("application/json").body(Map.of("reason", reason))
                .post("/api/bookings/" + checkout.bookingId() + "/cancel").then().statusCode(200);
    }

    private List<ConsumerRecord<String, byte[]>> awaitEvents(String... types) {
        var records = await().atMost(Duration.ofSeconds(20))
                .until(() -> Kafka.recordsOf("bookings", checkout.bookingId()), found -> found.size() >= types.length);
        assertThat(records).extracting(record -> new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                .containsExactly(types);
        return records;
    }
}
