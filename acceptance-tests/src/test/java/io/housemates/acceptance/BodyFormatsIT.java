package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Student;

/** The documented sample request in every form that clients send it in: always the same booking. */
@AcceptanceTest
class BodyFormatsIT {

    private static final Receiver receiver = Receiver.up();
    private static final Student student = Student.sample();
    private static Partner partner;
    private static Room room;
    private static String reference;

    @BeforeAll
    static void bookAsJson() {
        partner = Partner.create();
        room = Room.create();
        partner.subscribe(receiver);
        reference = Checkout.bookingId(paid().complete(student).expect(201));
    }

    @AfterAll
    static void closeReceiver() {
        receiver.close();
    }

    @Test
    void answersTheSampleRequestAsClientsExpect() {
        Reply completed = paid().complete(student).expect(201);
        assertThat(completed.body()).isEqualTo("{\"success\":true,\"code\":1020,\"locale\":\"en\","
                + "\"message\":\"api.booking_created_successfully\",\"data\":{\"booking_id\":\""
                + Checkout.bookingId(completed) + "\"}}");
    }

    @Test
    void readsObjectsAsJsonTextInFormFields() {
        booksTheSame(paid().completeForm(student.asForm()));
    }

    @Test
    void readsPrettyPrintedJsonText() {
        booksTheSame(paid().completeForm(rewritten(text -> Json.parse(text).toPrettyString())));
    }

    @Test
    void readsEscapedCharactersInJsonText() {
        booksTheSame(paid().completeForm(rewritten(BodyFormatsIT::escaped)));
    }

    @Test
    void readsExplicitNullsInJsonText() {
        var fields = rewritten(text -> text.startsWith("{\"first_line")
                ? Json.object(text).putNull("second_line").putNull("region").toString()
                : text);
        booksTheSame(paid().completeForm(fields));
    }

    @Test
    void readsFlagsAsDigits() {
        var fields = student.asForm();
        fields.replaceAll((name, value) -> value.equals("true") ? "1" : value);
        booksTheSame(paid().completeForm(fields));
    }

    @Test
    void readsBracketedFields() {
        booksTheSame(paid().completeForm(student.asBracketedForm()));
    }

    @Test
    void readsExplicitNullsAndUnknownMembersInJson() {
        ObjectNode body = student.details().putNull("special_request").put("utm_source", "newsletter");
        ((ObjectNode) body.path("resident_details")).putNull("second_line").put("nickname", "none");
        booksTheSame(paid().complete(new Student(body.toString())));
    }

    private static Checkout paid() {
        return Checkout.start(partner, room).pay();
    }

    private static Map<String, String> rewritten(Function<String, String> change) {
        var fields = student.asForm();
        fields.replaceAll((name, value) -> value.startsWith("{") ? change.apply(value) : value);
        return fields;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(character -> escaped.append(
                character < 128 ? String.valueOf((char) character) : "\\u%04x".formatted(character)));
        return escaped.toString();
    }

    /** Equal where partners look: in the API and in the webhook. */
    private static void booksTheSame(Reply completed) {
        String bookingId = Checkout.bookingId(completed);
        assertThat(apart(partner.readBooking(bookingId))).isEqualTo(apart(partner.readBooking(reference)));
        assertThat(apart(webhookOf(bookingId))).isEqualTo(apart(webhookOf(reference)));
    }

    private static JsonNode webhookOf(String bookingId) {
        return receiver.awaitBooking(bookingId).payload();
    }

    /** Without what tells one booking from the next: its ids and times. */
    private static JsonNode apart(JsonNode booking) {
        ObjectNode rest = booking.deepCopy();
        for (JsonNode node : List.of(rest, rest.path("booking"))) {
            if (node instanceof ObjectNode object) {
                object.remove(List.of("id", "createdAt", "created_at", "session_id", "sessionId"));
                if (object.path("cancellation_terms") instanceof ObjectNode terms) {
                    terms.remove("cooling_off_ends");
                }
            }
        }
        return rest;
    }
}
