package io.housemates.localstack.stripe.payment;

import io.housemates.localstack.stripe.http.StripeError;

/**
 * Why an issuer says no.
 *
 * @see <a href="https://docs.stripe.com/declines/codes">Stripe: decline codes</a>
 */
enum Decline {

    GENERIC("card_declined", "generic_decline", "Your card was declined."),
    INSUFFICIENT_FUNDS("card_declined", "insufficient_funds", "Your card has insufficient funds."),
    LOST_CARD("card_declined", "lost_card", "Your card was declined."),
    STOLEN_CARD("card_declined", "stolen_card", "Your card was declined."),
    FRAUDULENT("card_declined", "fraudulent", "Your card was declined."),
    EXPIRED_CARD("expired_card", null, "Your card has expired."),
    INCORRECT_CVC("incorrect_cvc", null, "Your card's security code is incorrect."),
    PROCESSING_ERROR("processing_error", null, "An error occurred while processing your card. Try again in a little bit.");

    private final String code;
    private final String declineCode;
    private final String message;

    Decline(String code, String declineCode, String message) {
        this.code = code;
        this.declineCode = declineCode;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }

    StripeError error() {
        return StripeError.card(code, declineCode, message);
    }
}
