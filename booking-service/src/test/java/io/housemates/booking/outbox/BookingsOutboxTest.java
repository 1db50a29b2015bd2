package io.housemates.booking.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Schema;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.housemates.localstack.testing.Kafka;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.Sealed;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BookingsOutboxTest {

    @Inject
    DataKeys keys;

    @Test
    void announcesABookingAsTheContractSays() throws IOException {
        var partner = TestPartner.introduced();
        var checkout = Checkout.of(partner).complete();

        var record = Kafka.awaitRecordsOf("bookings", checkout.bookingId()).get(0);

        var event = (ObjectNode) Examples.JSON.readTree(record.value());
        assertThat(Schema.of("booking.created", 2).problemsOf(event)).isEmpty();
        assertThat(opened(event.remove("personalData"))).isEqualTo(Examples.of("personal_data"));
        assertThat(event).isEqualTo(expected(checkout));
        assertThat(new String(record.value(), UTF_8)).contains("\"holding_fee\":250,\"price_per_week\":164.32,");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("booking.created");
        assertThat(header(record, "ce_source")).isEqualTo("booking-service");
        assertThat(header(record, "ce_id")).startsWith("evt_");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void carriesTheTraceOfTheCheckoutOn() {
        var checkout = Checkout.of(TestPartner.introduced());
        String trace = "0af7651916cd43dd8448eb211c80319c";
        var record = Kafka.record("checkouts", checkout.sessionId(), "evt_" + checkout.sessionId(), "checkout.completed",
                Examples.bytes(checkout.event()));
        record.headers().add("traceparent", ("00-" + trace + "-b7ad6b7169203331-01").getBytes(UTF_8));
        Kafka.send(record);

        assertThat(header(Kafka.awaitRecordsOf("bookings", checkout.bookingId()).get(0), "traceparent")).contains(trace);
    }

    /** The contract's example, with this checkout's ids. */
    private static ObjectNode expected(Checkout checkout) {
        ObjectNode expected = Examples.of("booking.created", 2)
                .put("partnerId", checkout.event().get("partnerId").asText())
                .put("sessionId", checkout.sessionId());
        ((ObjectNode) expected.get("booking")).put("id", checkout.bookingId())
                .put("createdAt", checkout.event().get("completedAt").asText());
        expected.remove("personalData");
        return expected;
    }

    private JsonNode opened(JsonNode personalData) throws IOException {
        var sealed = Examples.JSON.treeToValue(personalData, Sealed.class);
        var ring = keys.find(List.of(sealed.keyId())).await().atMost(Duration.ofSeconds(10));
        return Examples.JSON.readTree(ring.open(sealed));
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
