package io.housemates.booking.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CheckoutsInboxTest {

    static final String DEAD_LETTERS = "checkouts.dead-letter.booking-service";

    /** With its headers, all that Kafka takes. */
    static final int LARGEST = 1_048_240;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void booksACompletedCheckoutOnceHoweverOftenItIsTold() {
        var checkout = Checkout.of(partner);
        String eventId = UUID.randomUUID().toString();

        IntStream.range(0, 100).parallel().forEach(i -> Kafka.send(Kafka.record("checkouts", "any key " + i, eventId,
                "checkout.completed", Examples.bytes(checkout.event()))));

        Kafka.awaitHandled("booking-service", "checkouts");
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        assertThat(Kafka.awaitRecordsOf("bookings", checkout.bookingId())).hasSize(1);
    }

    @Test
    void refusesASecondBookingOfTheSameSession() {
        var checkout = Checkout.of(partner).complete();
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);

        var again = Checkout.of(partner);
        again.event().put("sessionId", checkout.sessionId());
        again.complete();

        assertThat(reasonOf(checkout.sessionId())).startsWith("ConstraintViolationException");
    }

    @Test
    void ignoresFieldsAndTypesItDoesNotKnow() {
        var checkout = Checkout.of(partner);
        checkout.event().put("surprise", true);
        ((ObjectNode) checkout.event().get("resident")).put("surprise", 1);
        ((ObjectNode) checkout.event().get("roomType")).putObject("surprise");
        Kafka.send("checkouts", checkout.sessionId(), "checkout.sneezed", "{}".getBytes(UTF_8));
        checkout.complete();

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        assertThat(Kafka.recordsOf(DEAD_LETTERS, checkout.sessionId())).isEmpty();
    }

    @Test
    void putsWhatItCannotReadAsideAndGoesOn() {
        var checkout = Checkout.of(partner);
        String key = checkout.sessionId();
        byte[] whole = Examples.bytes(checkout.event());
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 2);
        ObjectNode without = checkout.event().deepCopy();
        without.remove("bookingPeriod");
        ObjectNode wrong = checkout.event().deepCopy().put("completedAt", "yesterday");

        Kafka.send("checkouts", key, "checkout.completed", truncated);
        Kafka.send("checkouts", key, "checkout.completed", Examples.bytes(without));
        Kafka.send("checkouts", key, "checkout.completed", Examples.bytes(wrong));
        Kafka.send("checkouts", key, "checkout.completed", "null".getBytes(UTF_8));
        Kafka.send("checkouts", key, "checkout.completed", null);
        Kafka.send(new ProducerRecord<>("checkouts", key, whole));
        var otherVersion = Kafka.record("checkouts", key, "evt_" + UUID.randomUUID(), "checkout.completed", whole);
        otherVersion.headers().remove("ce_specversion").add("ce_specversion", "9.9".getBytes(UTF_8));
        Kafka.send(otherVersion);
        checkout.complete();

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        assertThat(Kafka.awaitRecordsOf(DEAD_LETTERS, key)).extracting(CheckoutsInboxTest::reason).containsExactly(
                "The data is not JSON.", "The data does not fit at /bookingPeriod.", "The data does not fit at /completedAt.",
                "The data is null.", "The record has no value.", "The header ce_specversion is missing.",
                "The header ce_specversion is not 1.0.");
    }

    @Test
    void goesOnAfterARecordThatIsTooLargeToBeCopied() {
        var checkout = Checkout.of(partner);
        Kafka.send("checkouts", checkout.sessionId(), "checkout.completed", new byte[LARGEST]);
        checkout.complete();

        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        assertThat(reasonOf(checkout.sessionId())).isEqualTo("The data is not JSON. Too large to be copied.");
    }

    private static String reasonOf(String key) {
        return reason(Kafka.awaitRecordsOf(DEAD_LETTERS, key).get(0));
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value(), UTF_8);
    }
}
