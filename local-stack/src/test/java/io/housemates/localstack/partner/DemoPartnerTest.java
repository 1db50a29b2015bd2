package io.housemates.localstack.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;

class DemoPartnerTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = """
            {"type":"booking.created","payload":{"booking":{"id":"01H14V1E5EVWGANKXQG7TVYGQ1"}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoPartner partner = DemoPartner.start(0);

    @AfterEach
    void stop() {
        partner.close();
    }

    @Test
    void verifiesWhatWasSignedWithItsSecretAndNothingElse() throws Exception {
        post("/secrets", "{\"secret\":\"" + SECRET + "\"}");

        assertThat(send(BODY, BODY).statusCode()).isEqualTo(200);
        send(BODY, BODY + " ");

        var listed = new ObjectMapper().readTree(http.send(request("/received").GET().build(), BodyHandlers.ofString()).body());
        assertThat(listed).hasSize(2);
        assertThat(listed.at("/0/verified").asBoolean()).isTrue();
        assertThat(listed.at("/0/booking_id").asText()).isEqualTo("01H14V1E5EVWGANKXQG7TVYGQ1");
        assertThat(listed.at("/0/webhook_id").asText()).isEqualTo("evt_1");
        assertThat(listed.at("/0/attempt").asInt()).isEqualTo(3);
        assertThat(listed.at("/1/verified").asBoolean()).isFalse();
    }

    @Test
    void misbehavesAsOftenAsItIsTold() throws Exception {
        post("/behaviour", "{\"status\":503,\"headers\":{\"Retry-After\":\"7\"},\"times\":2}");

        HttpResponse<String> first = send(BODY, BODY);
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(send(BODY, BODY).statusCode()).isEqualTo(503);
        assertThat(send(BODY, BODY).statusCode()).isEqualTo(200);
    }

    @Test
    void hangsUntilItIsToldNotTo() throws Exception {
        post("/behaviour", "{\"hang\":true}");
        assertThatThrownBy(() -> send(BODY, BODY)).isInstanceOf(HttpTimeoutException.class);

        post("/behaviour", "{}");
        assertThat(send(BODY, BODY).statusCode()).isEqualTo(200);
        assertThat(partner.received()).extracting(ReceivedWebhook::answered).containsExactly(0, 200);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        for (String path : List.of("/secrets", "/behaviour")) {
            var request = request(path).POST(BodyPublishers.ofString("{\"secret\":null,\"status\":\"x\"}")).build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        }
    }

    private HttpResponse<String> send(String signed, String sent) throws Exception {
        long now = Instant.now().getEpochSecond();
        return http.send(request("/webhooks")
                .timeout(Duration.ofSeconds(1))
                .header("webhook-id", "evt_1")
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(SECRET).sign("evt_1", now, signed))
                .header("webhook-attempt", "3")
                .POST(BodyPublishers.ofString(sent)).build(), BodyHandlers.ofString());
    }

    private void post(String path, String body) throws Exception {
        var request = request(path).POST(BodyPublishers.ofString(body)).build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(partner.baseUrl() + path));
    }
}
