package io.housemates.checkout.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Events;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.housemates.platform.privacy.DataKeys;
import io.housemates.platform.privacy.Sealed;

@CheckoutTest
class PublishedEventsTest {

    @Inject
    DataKeys keys;

    @ParameterizedTest
    @CsvSource({ "gb,GBP,250.00", "au,AUD,0.00", "ca,CAD,99.95" })
    void aCompletedCheckoutFitsItsContract(String country, String currency, String deposit) throws IOException {
        var partner = TestPartner.create();
        var started = partner.started(TestRoom.create(country, currency, deposit, 1));
        if (started.clientSecret() != null) {
            Student.pays(started);
        }
        String bookingId = partner.complete(started).then().statusCode(201).extract().path("data.booking_id");

        var events = Events.awaited("checkouts", started.sessionId(), "checkout.completed");

        assertThat(events).hasSize(1);
        assertThat(Events.problems("checkout.completed", 2, events.get(0))).isEmpty();
        assertThat(events.get(0).get("bookingId").asText()).isEqualTo(bookingId);
        JsonNode personal = opened(events.get(0).get("personalData"));
        assertThat(Events.problems("personal_data", personal)).isEmpty();
        assertThat(personal.at("/resident/lastName").asText()).isEqualTo(Sample.resident().get("last_name"));
        assertThat(Events.of("personal-keys", started.sessionId(), "data_key.wrapped"))
                .allSatisfy(key -> assertThat(Events.problems("data_key.wrapped", key)).isEmpty()).hasSize(1);
    }

    @Test
    void aRefundFitsItsContract() {
        var partner = TestPartner.create();
        var room = TestRoom.withUnits(1);
        var second = partner.started(room);
        partner.booked(room);
        Student.pays(second);
        partner.complete(second).then().statusCode(409);

        var events = Events.awaited("checkouts", second.sessionId(), "checkout.refunded");

        assertThat(events).hasSize(1);
        assertThat(Events.problems("checkout.refunded", events.get(0))).isEmpty();
        assertThat(events.get(0).get("amount").decimalValue()).isEqualByComparingTo("250");
    }

    @Test
    void everyChangeOfAPartnerFitsItsContract() {
        var partner = TestPartner.create();
        Admin.request().delete("/admin/partners/" + partner.id() + "/tokens/" + partner.tokenId()).then().statusCode(200);

        org.awaitility.Awaitility.await().until(() -> Events.of("partners", partner.id(), "partner.changed").size() == 3);

        var events = Events.of("partners", partner.id(), "partner.changed");
        assertThat(events).allSatisfy(event -> assertThat(Events.problems("partner.changed", event)).isEmpty());
        assertThat(events).extracting(event -> event.get("version").asInt()).containsExactly(1, 2, 3);
        assertThat(events).extracting(event -> event.get("accessTokens").size()).containsExactly(0, 1, 0);
    }

    private JsonNode opened(JsonNode personalData) throws IOException {
        var json = new ObjectMapper();
        var sealed = json.treeToValue(personalData, Sealed.class);
        var ring = keys.find(List.of(sealed.keyId())).await().atMost(Duration.ofSeconds(10));
        return json.readTree(ring.open(sealed));
    }
}
