package io.housemates.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The secrets of one local stack, kept beside its data so that they fit it after a restart.
 *
 * @param webhookKeyset encrypts the subscriptions' secrets in the dispatcher's database
 * @param personalDataKeyset wraps the keys over personal data, in every service
 * @param blindIndexKeyset makes the tokens under which booking-service finds people
 * @param partnerId null until the demo partner exists, like what follows
 * @param signingSecret with which the demo partner verifies its webhooks
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StackState(String adminToken, String stripeWebhookSecret, String webhookKeyset,
        String personalDataKeyset, String blindIndexKeyset, String partnerId, String accessToken, String subscriptionId,
        String signingSecret) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "state.json";

    static StackState loadOrCreate(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                var loaded = JSON.readValue(file.toFile(), StackState.class).withKeysets();
                loaded.save(directory);
                return loaded;
            }
        } catch (IOException e) {
            throw new StackException(file + " cannot be read; bin/run --fresh starts anew.", e);
        }
        var created = new StackState("admin_" + random(24), "whsec_" + random(24), NewKeyset.ofAead(), null, null,
                null, null, null, null).withKeysets();
        created.save(directory);
        return created;
    }

    /** What an older stack did not have yet. */
    private StackState withKeysets() {
        return personalDataKeyset != null ? this
                : new StackState(adminToken, stripeWebhookSecret, webhookKeyset, NewKeyset.ofAead(), NewKeyset.ofPrf(),
                        partnerId, accessToken, subscriptionId, signingSecret);
    }

    public StackState withPartner(String partnerId, String accessToken) {
        return new StackState(adminToken, stripeWebhookSecret, webhookKeyset, personalDataKeyset, blindIndexKeyset, partnerId,
                accessToken, null, null);
    }

    public StackState withSubscription(String subscriptionId, String signingSecret) {
        return new StackState(adminToken, stripeWebhookSecret, webhookKeyset, personalDataKeyset, blindIndexKeyset, partnerId,
                accessToken, subscriptionId,
                signingSecret);
    }

    void save(Path directory) {
        PrivateFile.write(directory.resolve(FILE), this);
    }

    @Override
    public String toString() {
        return "StackState[partnerId=" + partnerId + ", subscriptionId=" + subscriptionId + "]";
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
