package io.housemates.checkout.session;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.housemates.checkout.details.Requirements;

/**
 * The answer to Start.
 *
 * @param stripe what the client's page needs to take the payment
 * @param sessionToken proves to Complete that this client started the session; 256 random bits
 * @param checkoutUrl hosted page, for partners that redirect
 * @param expiresAt ISO 8601
 * @param amount major units as text, what is charged now
 * @param requirements what Complete will ask
 */
record CheckoutStarted(Stripe stripe, @JsonProperty("session_token") String sessionToken,
        @JsonProperty("checkout_url") String checkoutUrl, @JsonProperty("session_id") String sessionId,
        @JsonProperty("expires_at") Instant expiresAt, String amount, String currency, Requirements requirements) {

    /** @param clientSecret the PaymentIntent's; null when nothing is to be paid */
    record Stripe(@JsonProperty("public_key") String publicKey, @JsonProperty("client_secret") String clientSecret) {

        @Override
        public String toString() {
            return "Stripe[…]";
        }
    }

    @Override
    public String toString() {
        return "CheckoutStarted[sessionId=" + sessionId + "]";
    }
}
