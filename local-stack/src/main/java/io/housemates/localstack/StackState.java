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
 * @param returnKeys signs the results that students carry back to partners
 * @param sessionKey seals the dashboard's sessions
 * @param partnerId null until the demo partner exists, like what follows
 * @param signingSecret with which the demo partner verifies its webhooks
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StackState(String adminToken, String stripeWebhookSecret, String webhookKeyset, String personalDataKeyset,
        String blindIndexKeyset, String returnKeys, String sessionKey, String partnerId, String accessToken,
        String subscriptionId, String signingSecret) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "state.json";

    /** A stack that an earlier version left knows some secrets not yet. */
    public StackState {
        adminToken = adminToken == null ? "admin_" + random(24) : adminToken;
        stripeWebhookSecret = stripeWebhookSecret == null ? "whsec_" + random(24) : stripeWebhookSecret;
        webhookKeyset = webhookKeyset == null ? NewKeyset.ofAead() : webhookKeyset;
        personalDataKeyset = personalDataKeyset == null ? NewKeyset.ofAead() : personalDataKeyset;
        blindIndexKeyset = blindIndexKeyset == null ? NewKeyset.ofPrf() : blindIndexKeyset;
        returnKeys = returnKeys == null ? ReturnKeys.random() : returnKeys;
        sessionKey = sessionKey == null ? random(32) : sessionKey;
    }

    /** New secrets, and no partner yet. */
    public static StackState withNewSecrets() {
        return new StackState(null, null, null, null, null, null, null, null, null, null, null);
    }

    static StackState loadOrCreate(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            var state = Files.exists(file) ? JSON.readValue(file.toFile(), StackState.class) : withNewSecrets();
            state.save(directory);
            return state;
        } catch (IOException e) {
            throw new StackException(file + " cannot be read; bin/run --fresh starts anew.", e);
        }
    }

    public StackState withPartner(String partnerId, String accessToken) {
        return new StackState(adminToken, stripeWebhookSecret, webhookKeyset, personalDataKeyset, blindIndexKeyset, returnKeys,
                sessionKey, partnerId, accessToken, null, null);
    }

    public StackState withSubscription(String subscriptionId, String signingSecret) {
        return new StackState(adminToken, stripeWebhookSecret, webhookKeyset, personalDataKeyset, blindIndexKeyset, returnKeys,
                sessionKey, partnerId, accessToken, subscriptionId, signingSecret);
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
