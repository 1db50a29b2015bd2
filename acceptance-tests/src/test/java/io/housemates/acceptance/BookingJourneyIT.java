package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Student;

/** The whole way once, with nothing broken: Start, payment, Complete, booking, signed webhook. */
@AcceptanceTest
class BookingJourneyIT {

    private static final Receiver receiver = Receiver.up();
    private static final Student student = Student.sample();
    private static Partner partner;
    private static Room room;
    private static String bookingId;
    private static JsonNode booking;
    private static Received webhook;

    @BeforeAll
    static void book() {
        partner = Partner.create();
        room = Room.create();
        partner.subscribe(receiver);
        bookingId = partner.books(room, student);
        booking = partner.readBooking(bookingId);
        webhook = receiver.awaitBooking(bookingId);
    }

    @AfterAll
    static void closeReceiver() {
        receiver.close();
    }

    @Test
    void readsTheBookingAsSoonAsCompleteHasAnswered() {
        assertThat(booking.path("id").asText()).isEqualTo(bookingId);
        assertThat(partner.bookings()).containsExactly(bookingId);
    }

    @Test
    void refusesCompleteBeforePaymentAndChangesNothing() {
        var checkout = Checkout.start(partner, room);
        checkout.complete(student).expect(402);
        assertThat(partner.bookings()).containsExactly(bookingId);
    }

    @Test
    void answersARepeatedCompleteWithTheBookingItMade() {
        var checkout = Checkout.start(Partner.create(), room).pay();
        String first = checkout.book(student);
        var repeated = checkout.complete(student).expect(409);
        assertThat(repeated.json().path("message").asText()).isEqualTo("api.booking_already_completed");
        assertThat(repeated.data().asText()).isEqualTo(first);
    }

    @Test
    void hidesTheBookingFromOtherPartners() {
        Partner other = Partner.create();
        other.booking().get("/api/bookings/" + bookingId).expect(404);
        assertThat(other.bookings()).isEmpty();
    }

    @Test
    void signsTheWebhookSoThatThePublishedLibraryVerifiesIt() {
        receiver.verify(webhook);
    }

    @Test
    void sendsTheHeadersThatReceiversReadBesideTheSignature() {
        assertThat(webhook.header("content-type")).isEqualTo("application/json");
        assertThat(webhook.attempt()).isEqualTo(1);
        assertThat(webhook.header("user-agent")).isNotBlank();
        assertThat(webhook.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(webhook.header("x-tenant")).isEqualTo("acceptance");
    }

    @Test
    void namesTheEventOutsideOfThePayload() {
        assertThat(webhook.body().propertyStream().map(Map.Entry::getKey))
                .containsExactly("type", "id", "created_at", "payload");
        assertThat(webhook.body().path("type").asText()).isEqualTo("booking.created");
        assertThat(webhook.body().path("id").asText()).startsWith("evt_").isEqualTo(webhook.id());
        assertThat(Instant.parse(webhook.body().path("created_at").asText()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(10)), Instant.now());
    }

    @Test
    void tellsTheWholeBookingInThePayload() {
        var payload = (ObjectNode) webhook.payload().deepCopy();
        String createdAt = ((ObjectNode) payload.path("booking")).remove("createdAt").asText();
        assertThat(Instant.parse(createdAt)).isBefore(Instant.now());
        ObjectNode expected = expectedPayload();
        // A booking may tell more one day; what receivers read stays.
        ((ObjectNode) payload.path("booking"))
                .retain(expected.path("booking").propertyStream().map(Map.Entry::getKey).toList());
        assertThat(Json.same(payload, expected)).as("%s instead of %s", payload, expected).isTrue();
    }

    private static ObjectNode expectedPayload() {
        ObjectNode expected = Json.object("""
                {"booking":{"id":"%s","status":"confirmed","payingInInstalments":true,"usingHousingHand":true,
                   "supportingContactKind":"guarantor","specialRequest":null},
                 "bookingPeriod":{"id":"%s","startDate":"2027-09-01","endDate":"2028-06-30",
                   "contract":{"holding_fee":250,"price_per_week":164.32,"currency":"GBP"}},
                 "roomType":{"id":"%s","name":"Classic Studio","operatorId":"%s",
                   "property":{"id":"%s","name":"Mill House","country":"gb"}},
                 "course":{"university":"University of Manchester","yearOfStudy":"Undergraduate - First Year",
                   "courseTitle":"Computer Science"}}
                """.formatted(bookingId, room.periodId(), room.id(), room.operatorId(), room.propertyId()));
        expected.set("resident", person(student.resident(), "gender", "nationality"));
        expected.set("supportingContact", person(student.contact(), "relationship"));
        return expected;
    }

    /** The text as the student sent it under the names of webhooks, with what was not given as null. */
    private static ObjectNode person(JsonNode sent, String... further) {
        ObjectNode person = Json.object()
                .put("firstLine", sent.path("first_line").asText())
                .putNull("secondLine")
                .put("city", sent.path("city").asText())
                .putNull("region")
                .put("postcode", sent.path("postcode").asText())
                .put("country", sent.path("country").asText())
                .put("firstName", sent.path("first_name").asText())
                .put("lastName", sent.path("last_name").asText())
                .put("email", sent.path("email").asText())
                .put("dateOfBirth", isoDate(sent.path("date_of_birth").asText()))
                .put("contactNumber", sent.path("contact_number").asText());
        for (String name : further) {
            person.put(name, sent.path(name).asText());
        }
        return person;
    }

    private static String isoDate(String dayMonthYear) {
        String[] parts = dayMonthYear.split("-");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0])).toString();
    }
}
