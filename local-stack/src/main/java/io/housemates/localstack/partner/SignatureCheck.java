package io.housemates.localstack.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;

/** Verifies webhooks the way a partner does: with the library published by the Standard Webhooks project. */
final class SignatureCheck {

    private final Set<Webhook> secrets = ConcurrentHashMap.newKeySet();

    /** @param secret {@code whsec_…} */
    void trust(String secret) {
        try {
            secrets.add(new Webhook(secret));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("Not a webhook secret", e);
        }
    }

    boolean accepts(Map<String, String> headers, byte[] body) {
        return secrets.stream().anyMatch(secret -> verifies(secret, headers, body));
    }

    private static boolean verifies(Webhook secret, Map<String, String> headers, byte[] body) {
        try {
            secret.verify(new String(body, UTF_8), Map.of(
                    Webhook.UNBRANDED_MSG_ID_KEY, List.of(headers.getOrDefault("webhook-id", "")),
                    Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(headers.getOrDefault("webhook-timestamp", "")),
                    Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(headers.getOrDefault("webhook-signature", ""))));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }
}
