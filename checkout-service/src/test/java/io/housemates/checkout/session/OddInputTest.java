package io.housemates.checkout.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.RawHttp;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;

/** Whatever is sent, the answer is the envelope, the fault is the sender's, and nothing is lost. */
@CheckoutTest
class OddInputTest {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String DEEP = "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000);

    TestPartner partner;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
    }

    static Stream<String> bodies() {
        return Stream.of("", " ", "null", "5", "\"text\"", "[]", "{", "{}x{", "{}{}", DEEP, "\u00ef\u00bb\u00bf{}",
                "\u00ff\u00fe{}",
                "{\"session_token\":null}", "{\"session_token\":5}", "{\"session_token\":[\"a\"]}", "{\"session_token\":{}}",
                "{\"session_token\":\"\"}", "{\"session_token\":\"\\u0000\"}", "{\"session_token\":\"\\ud800\"}",
                "{\"session_token\":\"" + "x".repeat(10_000) + "\"}", "{\"session_token\":1e400}",
                "{\"session_token\":" + "9".repeat(2_000) + "}", "{\"booking_period_id\":1e999,\"operator_id\":-0.0}",
                "{\"booking_period_id\":\"\\u0000\",\"operator_id\":\"\\ud800\"}",
                "{\"booking_period_id\":\"01H14V1E5EVWGANKXQG7TVYGQ1\",\"operator_id\":\"00000000-0000-0000-0000-00000000000g\"}",
                "{\"booking_period_id\":\"a\",\"booking_period_id\":\"b\",\"operator_id\":\"c\"}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void answersAnyBody(String body) {
        for (String call : new String[] { "POST /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout/start",
                "POST /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout",
                "PUT /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout/details",
                "POST /admin/partners", "POST /stripe/webhooks" }) {
            isRefused(send(call, "Content-Type: application/json", body), call + " " + body);
        }
        // an empty document is a document
        assertThat(send("PUT /admin/catalogue", "Content-Type: application/json", body).status()).isIn(200, 400);
        isRefused(send("POST /api/rooms/x/checkout", "Content-Type: application/x-www-form-urlencoded", body), "form " + body);
    }

    @ParameterizedTest
    @ValueSource(strings = { "session_token=a&session_token[b]=c", "resident_details=x&resident_details[first_name]=y",
            "resident_details=[]&resident_details[a]=b", "a[b]=c&a=d", "booking_period_id=a&booking_period_id[b]=c", "[]=",
            "a[]=b" })
    void answersAnyForm(String form) {
        for (String call : new String[] { "POST /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout/start",
                "POST /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout",
                "PUT /api/rooms/01H14V1E5EVWGANKXQG7TVYGQ1/checkout/details" }) {
            isRefused(send(call, "Content-Type: application/x-www-form-urlencoded", form), call + " " + form);
        }
    }

    static Stream<Map<String, Object>> residents() {
        return Stream.of(Map.of("first_name", "\ud800"), Map.of("first_name", "a\u0000b"), Map.of("first_name", 5),
                Map.of("first_name", Map.of("a", 1)), Map.of("first_name", "x".repeat(20_000)), Map.of("country", "\u0130"),
                Map.of("email", "a@b@c"), Map.of("email", "x".repeat(5_000) + "@example.com"),
                Map.of("date_of_birth", "99-99-9999"), Map.of("date_of_birth", "01-01-0000"), Map.of("date_of_birth", 1e300),
                Map.of("date_of_birth", "01-01--2000"),
                Map.of("contact_number", "+" + "4".repeat(5_000)), Map.of("contact_number", "\u0661\u0662"),
                Map.of("gender", true), Map.of("nationality", "zz"), Map.of("postcode", "\u0007"));
    }

    @ParameterizedTest
    @MethodSource("residents")
    void answersAnyDetailsAndBooksTheRightOnesAfterwards(Map<String, Object> odd) throws IOException {
        var started = partner.started(TestRoom.withUnits(1));
        Map<String, Object> sample = Sample.request();
        Map<String, Object> resident = Sample.resident();
        resident.putAll(odd);
        sample.put("resident_details", resident);
        sample.put("session_token", started.token());
        String body = new String(JSON.writer().with(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                .writeValueAsString(sample).getBytes(UTF_8), ISO_8859_1);

        RawHttp.Answer answer = send("POST /api/rooms/" + started.room().id() + "/checkout", "Content-Type: application/json",
                body);
        isRefused(answer, odd.toString());
        assertThat(answer.status()).isIn(402, 422);

        Student.pays(started);
        partner.complete(started).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /api/rooms/%ff%fe", "GET /api/rooms/%2F", "GET /api/rooms/..%2f..%2fadmin",
            "GET /api/rooms?filter[city]=%ff", "GET /api/rooms?filter[move_in_from]=01-01--6000",
            "GET /api/rooms?filter[move_in_to]=01-01-0000", "GET /api/rooms?filter[move_in_to]=01-01-999999999",
            "GET /api/rooms?page=99999999999999999999", "GET /api/rooms?%00=1",
            "GET /api/rooms?per_page=-1", "GET /api/rooms?filter[price_range]=1e400-NaN" })
    void answersAnyAddress(String requestLine) {
        isRefused(send(requestLine, "", ""), requestLine);
    }

    /** The HTTP server refuses them before anything of ours is asked, and says no more than the status. */
    @ParameterizedTest
    @ValueSource(strings = { "GET /%zz", "GET /api/rooms/%", "GET //", "GET /api/rooms?page=%zz",
            "POST /api/rooms/%zz/checkout" })
    void refusesWhatIsNoAddress(String requestLine) {
        assertThat(send(requestLine, "", "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Type: application/xml", "Content-Type: ///",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: multipart/form-data", "Content-Type: application/json\nAccept: nonsense", "Accept: */*;q=x",
            "Content-Type: application/json\nContent-Encoding: gzip", "Content-Type: application/json\nIdempotency-Key: ",
            "Content-Type: application/json\nIdempotency-Key: \u00e9\u00ff",
            "Content-Type: application/json\nTransfer-Encoding: nonsense",
            "Content-Type: application/json\nExpect: nonsense", "Content-Type: application/json\nContent-Length: x" })
    void answersAnyHeaders(String headers) {
        RawHttp.Answer answer = headers.contains("Transfer-Encoding") || headers.contains("Content-Length")
                ? RawHttp.send("POST /api/rooms/x/checkout", credentials() + "\n" + headers, "")
                : send("POST /api/rooms/x/checkout", headers, "{}");
        assertThat(answer.status()).as(headers + answer).isBetween(400, 499);
        if (!headers.contains("Content-Length: x") && !headers.contains("Transfer-Encoding")) {
            isRefused(answer, headers);
        }
    }

    @Test
    void answersABodyThatDoesNotEnd() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertThat(RawHttp.send("POST /api/rooms/x/checkout",
                credentials() + "\nContent-Type: application/json\nTransfer-Encoding: chunked", chunk.repeat(20) + "0\r\n\r\n")
                .status()).isEqualTo(413);
    }

    @Test
    void answersAKeyThatIsTooLong() {
        isRefused(
                send("POST /api/rooms/x/checkout", "Content-Type: application/json\nIdempotency-Key: " + "k".repeat(256), "{}"),
                "a long key");
    }

    @Test
    void takesTheLastOfTwoMembersOfOneName() {
        var started = partner.started(TestRoom.withUnits(1));
        Admin.assertNothingViolated();
        RawHttp.Answer answer = send("POST /api/rooms/" + started.room().id() + "/checkout", "Content-Type: application/json",
                "{\"session_token\":\"nobody's\",\"session_token\":\"" + started.token() + "\"}");
        assertThat(answer.status()).isEqualTo(422);
    }

    private RawHttp.Answer send(String requestLine, String headers, String body) {
        String credentials = requestLine.contains("/admin") ? "Authorization: Bearer " + Admin.TOKEN : credentials();
        return RawHttp.send(requestLine, credentials + "\n" + headers + (body.isEmpty() && !requestLine.startsWith("P") ? ""
                : "\nContent-Length: " + body.length()), body);
    }

    private String credentials() {
        return "Authorization: Bearer " + partner.token() + "\nX-API-PARTNER-ID: " + partner.id();
    }

    private static void isRefused(RawHttp.Answer answer, String what) {
        assertThat(answer.status()).as(what + "\n" + answer).isBetween(400, 499);
        try {
            JsonNode envelope = JSON.readTree(answer.body());
            assertThat(envelope.path("success").asBoolean(true)).as(what + "\n" + answer).isFalse();
            assertThat(envelope.path("message").asText()).as(what).isNotEmpty();
        } catch (IOException e) {
            throw new AssertionError(what + "\n" + answer, e);
        }
    }
}
