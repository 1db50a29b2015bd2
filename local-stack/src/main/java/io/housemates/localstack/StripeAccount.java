package io.housemates.localstack;

import java.util.Map;
import java.util.Optional;

/**
 * Where payments are made and with which keys: the simulator, or Stripe itself in test mode.
 *
 * @param webhookSecret signs what Stripe tells the checkout service
 */
public record StripeAccount(String apiBase, String secretKey, String publishableKey, String webhookSecret) {

    private static final String STRIPE = "https://api.stripe.com";

    /** Stripe itself, when the environment names both keys. */
    static Optional<StripeAccount> from(Map<String, String> environment) {
        String secret = environment.getOrDefault("STRIPE_SECRET_KEY", "");
        String publishable = environment.getOrDefault("STRIPE_PUBLISHABLE_KEY", "");
        if (secret.isBlank() || publishable.isBlank()) {
            return Optional.empty();
        }
        // Without `stripe listen` nobody can reach this machine, and no webhook will ever carry a signature of this secret.
        String webhookSecret = environment.getOrDefault("STRIPE_WEBHOOK_SECRET", "whsec_unused");
        return Optional.of(new StripeAccount(STRIPE, secret, publishable, webhookSecret));
    }

    /** Where browsers load Stripe.js from; a simulator serves its own beside its API. */
    String script() {
        return apiBase.equals(STRIPE) ? "https://js.stripe.com/v3/" : apiBase + "/v3/";
    }

    @Override
    public String toString() {
        return "StripeAccount[" + apiBase + "]";
    }
}
