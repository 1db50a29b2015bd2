package io.housemates.localstack.stripe.payment;

import java.util.Arrays;
import java.util.Optional;

/**
 * The cards that exist here, by Stripe's test token and number.
 *
 * @see <a href="https://docs.stripe.com/testing">Stripe: testing</a>
 */
enum TestCard {

    VISA("pm_card_visa", "4242424242424242", Behaviour.SUCCEEDS, null),
    VISA_DEBIT("pm_card_visa_debit", "4000056655665556", Behaviour.SUCCEEDS, null),
    MASTERCARD("pm_card_mastercard", "5555555555554444", Behaviour.SUCCEEDS, null),
    AMEX("pm_card_amex", "378282246310005", Behaviour.SUCCEEDS, null),
    GB("pm_card_gb", "4000008260000000", Behaviour.SUCCEEDS, null),
    AU("pm_card_au", "4000000360000006", Behaviour.SUCCEEDS, null),
    CA("pm_card_ca", "4000001240000000", Behaviour.SUCCEEDS, null),
    DECLINED("pm_card_chargeDeclined", "4000000000000002", Behaviour.DECLINED, Decline.GENERIC),
    INSUFFICIENT_FUNDS("pm_card_chargeDeclinedInsufficientFunds", "4000000000009995", Behaviour.DECLINED,
            Decline.INSUFFICIENT_FUNDS),
    LOST("pm_card_chargeDeclinedLostCard", "4000000000009987", Behaviour.DECLINED, Decline.LOST_CARD),
    STOLEN("pm_card_chargeDeclinedStolenCard", "4000000000009979", Behaviour.DECLINED, Decline.STOLEN_CARD),
    FRAUDULENT("pm_card_chargeDeclinedFraudulent", "4100000000000019", Behaviour.DECLINED, Decline.FRAUDULENT),
    EXPIRED("pm_card_chargeDeclinedExpiredCard", "4000000000000069", Behaviour.DECLINED, Decline.EXPIRED_CARD),
    INCORRECT_CVC("pm_card_chargeDeclinedIncorrectCvc", "4000000000000127", Behaviour.DECLINED, Decline.INCORRECT_CVC),
    PROCESSING_ERROR("pm_card_chargeDeclinedProcessingError", "4000000000000119", Behaviour.DECLINED,
            Decline.PROCESSING_ERROR),
    THREE_D_SECURE("pm_card_threeDSecure2Required", "4000000000003220", Behaviour.AUTHENTICATES, null),
    AUTHENTICATION("pm_card_authenticationRequired", "4000002500003155", Behaviour.AUTHENTICATES, null),
    THREE_D_SECURE_DECLINED("pm_card_threeDSecureRequiredChargeDeclined", "4000008400001629",
            Behaviour.AUTHENTICATES_THEN_DECLINED, Decline.GENERIC),
    REFUND_PENDING("pm_card_pendingRefund", "4000000000007726", Behaviour.REFUND_PENDING, null),
    REFUND_FAILS("pm_card_refundFail", "4000000000005126", Behaviour.REFUND_FAILS, null),
    DISPUTED("pm_card_createDispute", "4000000000000259", Behaviour.DISPUTED, null),

    // The simulator's own: no card of Stripe's stays in processing.
    PROCESSING("pm_card_processing", "4000000000004608", Behaviour.PROCESSES, null),
    PROCESSING_SUCCEEDS("pm_card_processingSucceeds", "4000000000004616", Behaviour.PROCESSES_THEN_SUCCEEDS, null),
    PROCESSING_FAILS("pm_card_processingFails", "4000000000004624", Behaviour.PROCESSES_THEN_FAILS, Decline.GENERIC);

    private final String token;
    private final String number;
    private final Behaviour behaviour;
    private final Decline decline;

    TestCard(String token, String number, Behaviour behaviour, Decline decline) {
        this.token = token;
        this.number = number;
        this.behaviour = behaviour;
        this.decline = decline;
    }

    /** Stripe spells some tokens with the brand too ({@code pm_card_visa_chargeDeclined}). */
    static Optional<TestCard> withToken(String token) {
        String plain = token.replace("pm_card_visa_chargeDeclined", "pm_card_chargeDeclined");
        return Arrays.stream(values()).filter(card -> card.token.equals(plain)).findFirst();
    }

    static Optional<TestCard> withNumber(String number) {
        return Arrays.stream(values()).filter(card -> card.number.equals(number)).findFirst();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Null unless the issuer says no. */
    Decline decline() {
        return decline;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    String brand() {
        return switch (number.charAt(0)) {
            case '5' -> "mastercard";
            case '3' -> "amex";
            default -> "visa";
        };
    }
}
