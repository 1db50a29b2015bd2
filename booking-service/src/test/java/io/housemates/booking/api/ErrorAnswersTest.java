package io.housemates.booking.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.booking.support.RawHttp;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Examples;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever goes wrong, and on whatever layer, the answer is the envelope. */
@QuarkusTest
class ErrorAnswersTest {

    static final String TOO_LARGE = "{\"text\":\"" + "x".repeat(70_000) + "\"}";

    static String credentials;

    @BeforeEach
    void introducePartner() {
        if (credentials == null) {
            credentials = headersOf(TestPartner.introduced());
        }
    }

    private static String headersOf(TestPartner partner) {
        return "Authorization: Bearer " + partner.token().secret() + "\nX-API-PARTNER-ID: " + partner.id();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
            "GET /,                                404, api.not_found",
            "GET /nowhere,                         404, api.not_found",
            "GET /api/nowhere,                     404, api.not_found",
            "GET /api/bookings/a/b,                404, api.not_found",
            "POST /api/nowhere,                    404, api.not_found",
            "DELETE /api/bookings,                 405, api.method_not_allowed",
            "PUT /api/bookings/x,                  405, api.method_not_allowed",
            "GET /api/bookings/a%2Fb,              404, api.booking_not_found",
            "GET /api/bookings/%2F,                404, api.booking_not_found",
            "GET /api/bookings/%C3%A9,             404, api.booking_not_found",
            "GET /api/bookings?page=0,             422, api.validation_failed",
            "GET /api/bookings?per_page=101,       422, api.validation_failed",
            "POST /api/test/echo/broken,               500, api.internal_error",
    })
    void answersABadTargetWithTheEnvelope(String requestLine, int status, String message) {
        assertError(RawHttp.send(requestLine, credentials, ""), status, message);
    }

    @Test
    void answersABadBodyWithTheEnvelope() {
        assertError(post("application/json", "{"), 400, "api.malformed_request");
        assertError(post("application/json", "[1,2]"), 400, "api.malformed_request");
        assertError(post("application/json", "\u00ff\u00fe"), 400, "api.malformed_request");
        assertError(post("text/plain", "{}"), 415, "api.unsupported_media_type");
        assertError(post("nonsense", "{}"), 415, "api.unsupported_media_type");
        assertError(post("application/json", TOO_LARGE), 413, "api.payload_too_large");
    }

    @Test
    void answersWhoeverDoesNotReadJsonWithTheEnvelope() {
        assertError(RawHttp.send("GET /api/bookings", credentials + "\nAccept: text/html", ""), 406, "api.not_acceptable");
    }

    @Test
    void asksForCredentialsBeforeItReadsTheBody() {
        assertError(RawHttp.send("POST /api/test/echo", "Content-Type: application/json\nContent-Length: 1", "{"), 401,
                "api.unauthenticated");
    }

    private static RawHttp.Answer post(String type, String body) {
        return RawHttp.send("POST /api/test/echo",
                credentials + "\nContent-Type: " + type + "\nContent-Length: " + body.length(), body);
    }

    private static void assertError(RawHttp.Answer answer, int status, String message) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.head().toLowerCase()).contains("content-type: application/json");
        assertThat(answer.body()).matches("\\p{ASCII}+");
        JsonNode envelope = read(answer.body());
        assertThat(List.copyOf(envelope.properties().stream().map(java.util.Map.Entry::getKey).toList()))
                .containsExactly("success", "code", "locale", "message", "data");
        assertThat(envelope.get("success").asBoolean(true)).isFalse();
        assertThat(envelope.get("message").asText()).isEqualTo(message);
        assertThat(message.getBytes(UTF_8).length).isLessThanOrEqualTo(66);
        JsonNode data = envelope.get("data");
        assertThat(status == 422 ? data.has("messages") : data.isNull() || data.isTextual()).isTrue();
    }

    private static JsonNode read(String body) {
        try {
            return Examples.JSON.readTree(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(body, e);
        }
    }
}
