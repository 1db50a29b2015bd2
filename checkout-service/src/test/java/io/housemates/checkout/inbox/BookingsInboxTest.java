package io.housemates.checkout.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.micrometer.core.instrument.MeterRegistry;

/** A booking of GBP 250.00 is cancelled at booking-service, and its operator gives back 40 % once the cooling-off is over. */
@CheckoutTest
class BookingsInboxTest {

    static final String DEAD_LETTERS = "bookings.dead-letter.checkout-service";

    @Inject
    MeterRegistry metrics;

    TestPartner partner;
    Started booked;
    String bookingId;

    @BeforeEach
    void book() {
        book("pm_card_visa");
    }

    private void book(String card) {
        partner = TestPartner.create();
        var room = TestRoom.withUnits(1);
        operator(room, Map.of("id", room.operatorId(), "name", "Operator", "cancellation_policy",
                Map.of("cooling_off_days", 14, "no_visa_no_pay", true, "later_percent", 40)));
        booked = partner.started(room);
        Student.pays(booked, card).then().statusCode(200);
        bookingId = partner.complete(booked).then().statusCode(201).extract().path("data.booking_id");
    }

    @Test
    void announcesTheTermsThatWereAgreedAndKeepsToThem() {
        operator(booked.room(), Map.of("id", booked.room().operatorId(), "name", "Operator", "cancellation_policy",
                Map.of("later_percent", 0)));
        JsonNode completed = Events.awaited("checkouts", booked.sessionId(), "checkout.completed").get(0);
        JsonNode terms = completed.get("cancellationTerms");
        assertThat(Events.problems("checkout.completed", 2, completed)).isEmpty();
        assertThat(Instant.parse(terms.get("coolingOffEnds").asText()))
                .isEqualTo(Instant.parse(completed.get("completedAt").asText()).plus(Duration.ofDays(14)));
        assertThat(terms.at("/refunds/4/reason").asText()).isEqualTo("student");
        assertThat(terms.at("/refunds/4/later").asInt()).isEqualTo(40);

        tell(cancelled("student", Duration.ofDays(14)));

        assertThat(refunded().get("amount").asDouble()).isEqualTo(100);
    }

    @Test
    void keepsWhatAnOperatorSaidWhereADocumentDoesNotSpeakOfIt() {
        operator(booked.room(), Map.of("id", booked.room().operatorId(), "name", "Renamed"));
        var later = partner.started(TestRoom.withUnits(1));
        assertThat(later.sessionId()).isNotNull();
        assertThat(laterPercent()).isEqualTo(40);

        Admin.request().body("{\"operators\":[{\"id\":\"" + booked.room().operatorId()
                + "\",\"name\":\"Renamed\",\"cancellation_policy\":null}]}").put("/admin/catalogue").then().statusCode(200);
        assertThat(laterPercent()).isZero();

        Admin.request().body("{\"operators\":[{\"id\":\"" + booked.room().operatorId()
                + "\",\"name\":\"Renamed\",\"cancellation_policy\":{\"later_percent\":101}}]}").put("/admin/catalogue").then()
                .body("data.refused[0].path", org.hamcrest.Matchers.equalTo("operators[0]"));
    }

    @Test
    void givesAllBackForAReasonThatTheOperatorAccepts() {
        tell(cancelled("visa", Duration.ofDays(60)));

        JsonNode refunded = refunded();
        assertThat(Events.problems("checkout.refunded", refunded)).isEmpty();
        assertThat(refunded.get("refundedTotal").asDouble()).isEqualTo(250);
        assertThat(refunded.get("bookingId").asText()).isEqualTo(bookingId);
        assertThat(refunded.get("reason").asText()).isEqualTo("booking cancelled: visa");
        partner.start(booked.room()).then().statusCode(201);
    }

    @Test
    void declinesWhereNothingIsDueAndFreesTheUnit() {
        tell(cancelled("payment_dispute", Duration.ZERO));

        JsonNode declined = Events.awaited("checkouts", booked.sessionId(), "checkout.refund_declined").get(0);
        assertThat(Events.problems("checkout.refund_declined", declined)).isEmpty();
        assertThat(declined.get("bookingId").asText()).isEqualTo(bookingId);
        partner.start(booked.room()).then().statusCode(201);
        assertThat(Stripe.refundsOf(booked.intentId())).isEmpty();
    }

    @Test
    void refundsOnceHoweverOftenItIsTold() {
        byte[] event = Examples.bytes(cancelled("operator", Duration.ofDays(60)));
        IntStream.range(0, 100).parallel().forEach(i -> Kafka.send(Kafka.record("bookings", "any key " + i,
                i % 2 == 0 ? bookingId : "evt_" + UUID.randomUUID(), "booking.cancelled", event)));
        Kafka.awaitHandled("checkout-service", "bookings");

        assertThat(refunded().get("amount").asDouble()).isEqualTo(250);
        tell(cancelled("visa", Duration.ZERO));
        Kafka.awaitHandled("checkout-service", "bookings");
        assertThat(Stripe.refundsOf(booked.intentId())).hasSize(1);
        assertThat(Events.of("checkouts", booked.sessionId(), "checkout.refunded")).hasSize(1);
        assertThat(Events.of("checkouts", booked.sessionId(), "checkout.refund_declined")).isEmpty();
    }

    @Test
    void tellsThatABankRefusedTheRefund() {
        book("pm_card_refundFail");
        tell(cancelled("operator", Duration.ofDays(60)));

        JsonNode failed = Events.awaited("checkouts", booked.sessionId(), "checkout.refund_failed").get(0);
        assertThat(Events.problems("checkout.refund_failed", failed)).isEmpty();
        assertThat(failed.get("bookingId").asText()).isEqualTo(bookingId);
        assertThat(failed.get("refundedTotal").asDouble()).isZero();
    }

    @Test
    void countsWhatPeopleAtStripeGaveBackAlready() {
        Stripe.forgetsToTell("charge.refunded");
        Stripe.forgetsToTell("refund.created");
        Stripe.dashboard(booked.intentId(), "refund", Map.of("amount", 6_000));
        tell(cancelled("student", Duration.ofDays(60)));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.of("checkouts", booked.sessionId(), "checkout.refunded").size() == 2);
        assertThat(Events.of("checkouts", booked.sessionId(), "checkout.refunded"))
                .extracting(event -> event.get("refundedTotal").asDouble()).containsExactly(60.0, 100.0);
    }

    @Test
    void putsAsideWhatItCannotActOnAndGoesOn() {
        double before = metrics.counter("dead_letters", "topic", "bookings").count();
        ObjectNode whole = cancelled("operator", Duration.ZERO);
        byte[] bytes = Examples.bytes(whole);
        ObjectNode withoutTime = whole.deepCopy();
        ((ObjectNode) withoutTime.get("booking")).remove("cancelledAt");
        ObjectNode withoutReason = whole.deepCopy();
        ((ObjectNode) withoutReason.get("booking")).put("cancellationReason", "boredom");
        ObjectNode another = whole.deepCopy();
        ((ObjectNode) another.get("booking")).put("id", "01H14V1E5EVWGANKXQG7TVYGQ1");

        send(Arrays.copyOf(bytes, bytes.length / 2));
        send(Examples.bytes(withoutTime));
        send(Examples.bytes(withoutReason));
        send(Examples.bytes(another));
        send(Examples.bytes(whole.deepCopy().put("sessionId", "01H14V1E5EVWGANKXQG7TVYGQ1")));
        send("null".getBytes(UTF_8));
        send(null);
        Kafka.send(new ProducerRecord<>("bookings", bookingId, bytes));
        var otherVersion = Kafka.record("bookings", bookingId, "evt_" + UUID.randomUUID(), "booking.cancelled", bytes);
        otherVersion.headers().remove("ce_specversion").add("ce_specversion", "9.9".getBytes(UTF_8));
        Kafka.send(otherVersion);
        Kafka.send("bookings", bookingId, "booking.sneezed", "{}".getBytes(UTF_8));
        tell(whole);

        assertThat(refunded().get("amount").asDouble()).isEqualTo(250);
        assertThat(Kafka.awaitRecordsOf(DEAD_LETTERS, bookingId)).extracting(BookingsInboxTest::reason).containsExactly(
                "The data is not JSON.", "The data does not fit at /booking/cancelledAt.",
                "The data does not fit at /booking/cancellationReason.", "No session was completed as that booking.",
                "No session was completed as that booking.", "The data is null.", "The record has no value.",
                "The header ce_specversion is missing.", "The header ce_specversion is not 1.0.");
        assertThat(metrics.counter("dead_letters", "topic", "bookings").count() - before).isEqualTo(9);
        List<String> listed = Admin.request().get("/admin/dead-letters").then().statusCode(200).extract()
                .path("data.items.findAll { it.key == '" + bookingId + "' }.topic");
        assertThat(listed).hasSize(9);
    }

    @Test
    void readsYesterdaysExampleAndTomorrowsFields() throws Exception {
        for (int version : new int[] { 1, 2 }) {
            ObjectNode example = Examples.of("booking.cancelled", version).put("unknownField", "of tomorrow");
            ((ObjectNode) example.get("booking")).put("unknownField", "of tomorrow");
            var read = new com.fasterxml.jackson.databind.ObjectMapper()
                    .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule())
                    .treeToValue(example, BookingCancelled.class);
            assertThat(read.booking().id()).isEqualTo(example.at("/booking/id").asText());
            assertThat(read.booking().cancellationReason().text())
                    .isEqualTo(example.at("/booking/cancellationReason").asText());
        }
    }

    /** What a student gets back in the end, by the terms of a booking that is made now. */
    private int laterPercent() {
        var other = new TestRoom(booked.room().id(), booked.room().periodId(), booked.room().operatorId());
        tell(cancelled("operator", Duration.ZERO));
        refunded();
        var again = partner.started(other);
        Student.pays(again);
        bookingId = partner.complete(again).then().statusCode(201).extract().path("data.booking_id");
        booked = again;
        return Events.awaited("checkouts", again.sessionId(), "checkout.completed").get(0)
                .at("/cancellationTerms/refunds/4/later").asInt();
    }

    private static void operator(TestRoom room, Map<String, Object> operator) {
        Admin.request().body(Map.of("operators", List.of(operator))).put("/admin/catalogue").then().statusCode(200)
                .body("data.refused", empty());
    }

    /** @param after so long after the booking was made */
    private ObjectNode cancelled(String reason, Duration after) {
        ObjectNode event = Examples.of("booking.cancelled", 2).put("sessionId", booked.sessionId());
        ((ObjectNode) event.get("booking")).put("id", bookingId).put("cancellationReason", reason)
                .put("cancelledAt", Instant.now().plus(after).toString());
        return event;
    }

    private void tell(ObjectNode event) {
        send(Examples.bytes(event));
    }

    private void send(byte[] data) {
        Kafka.send("bookings", bookingId, "booking.cancelled", data);
    }

    private JsonNode refunded() {
        return Events.awaited("checkouts", booked.sessionId(), "checkout.refunded").get(0);
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value(), UTF_8);
    }
}
