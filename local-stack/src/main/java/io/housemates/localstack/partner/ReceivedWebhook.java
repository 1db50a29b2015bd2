package io.housemates.localstack.partner;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * One request that reached the demo partner.
 *
 * @param receivedAt ISO 8601
 * @param webhookId header {@code webhook-id}, null when absent
 * @param attempt header {@code webhook-attempt}, 0 when absent
 * @param verified whether the signature fits one of the partner's secrets
 * @param type member {@code type} of the body
 * @param bookingId member {@code payload.booking.id} of the body, null for events without a booking
 * @param answered the status the partner answered, 0 when it never answers
 * @param bodySha256 hexadecimal; equal for equal bytes
 * @param headers all headers, names in lower case
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReceivedWebhook(String receivedAt, String webhookId, int attempt, boolean verified, String type, String bookingId,
        int answered, String bodySha256, Map<String, String> headers) {

    static ReceivedWebhook of(Map<String, String> headers, byte[] body, boolean verified, int answered) {
        var content = WebhookContent.of(body);
        return new ReceivedWebhook(Instant.now().toString(), headers.get("webhook-id"), attempt(headers), verified,
                content.type(), content.bookingId(), answered, content.sha256(), headers);
    }

    private static int attempt(Map<String, String> headers) {
        try {
            return Integer.parseInt(headers.getOrDefault("webhook-attempt", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return "ReceivedWebhook[webhookId=" + webhookId + ", attempt=" + attempt + ", verified=" + verified + "]";
    }
}
