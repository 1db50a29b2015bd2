package io.housemates.localstack.stripe.payment;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.Json;
import io.housemates.localstack.stripe.state.StripeObject;

/** One payment and its life; every move checks the state it starts from and refuses as Stripe does. Its fields are its JSON. */
final class PaymentIntent implements StripeObject {

    static final String KIND = "payment_intent";

    private String id;
    private String object = KIND;
    private long amount;
    private long amountCapturable;
    private long amountReceived;
    private AutomaticMethods automaticPaymentMethods;
    private Long canceledAt;
    private String cancellationReason;
    private String captureMethod = "automatic_async";
    private String clientSecret;
    private String confirmationMethod = "automatic";
    private long created;
    private String currency;
    private String customer;
    private String description;
    private JsonNode lastPaymentError;
    private String latestCharge;
    private boolean livemode;
    private Map<String, String> metadata = Map.of();
    private NextAction nextAction;
    private String paymentMethod;
    private List<String> paymentMethodTypes = List.of("card");
    private String receiptEmail;
    private String statementDescriptorSuffix;
    private IntentStatus status = IntentStatus.REQUIRES_PAYMENT_METHOD;

    record AutomaticMethods(boolean enabled, String allowRedirects) {
    }

    private PaymentIntent() {
    }

    static PaymentIntent of(Money money, long now) {
        PaymentIntent intent = new PaymentIntent();
        intent.id = Ids.next("pi");
        intent.clientSecret = Ids.next(intent.id + "_secret");
        intent.created = now;
        intent.automaticPaymentMethods = new AutomaticMethods(true, "always");
        intent.price(money);
        return intent;
    }

    void describe(Details details) {
        metadata = details.metadata();
        description = details.description();
        receiptEmail = details.receiptEmail();
        statementDescriptorSuffix = details.statementDescriptorSuffix();
    }

    void reprice(Money money) {
        if (!status.open()) {
            throw unexpectedState("This PaymentIntent's amount could not be updated because it has a status of " + status.word()
                    + ". You may only update the amount of a PaymentIntent with one of the following statuses: "
                    + "requires_payment_method, requires_confirmation, requires_action.");
        }
        price(money);
    }

    /** Named before the payment is confirmed. */
    void choose(PaymentMethod method) {
        requireOpen("update");
        paymentMethod = method.id();
        status = IntentStatus.REQUIRES_CONFIRMATION;
    }

    /** The buyer asks for the payment; what happens next is the card's business. */
    void confirm(PaymentMethod method) {
        requireOpen("confirm");
        paymentMethod = method.id();
        nextAction = null;
        lastPaymentError = null;
    }

    void requireAction(NextAction action) {
        nextAction = action;
        status = IntentStatus.REQUIRES_ACTION;
    }

    /** The buyer came back from the authentication page. */
    void actionTaken() {
        if (status != IntentStatus.REQUIRES_ACTION) {
            throw unexpectedState(
                    "This PaymentIntent does not wait for an authentication: its status is " + status.word() + ".");
        }
        nextAction = null;
    }

    void process() {
        status = IntentStatus.PROCESSING;
    }

    void requireProcessing() {
        if (status != IntentStatus.PROCESSING) {
            throw unexpectedState("This PaymentIntent cannot be settled: its status is " + status.word() + ".");
        }
    }

    void succeed(Charge charge) {
        latestCharge = charge.id();
        amountReceived = amount;
        status = IntentStatus.SUCCEEDED;
    }

    /** Back to the start with the reason; the buyer may try another card. */
    void fail(JsonNode error, String charge) {
        lastPaymentError = error;
        latestCharge = charge == null ? latestCharge : charge;
        paymentMethod = null;
        nextAction = null;
        status = IntentStatus.REQUIRES_PAYMENT_METHOD;
    }

    void cancel(String reason, long now) {
        requireOpen("cancel");
        canceledAt = now;
        cancellationReason = reason;
        nextAction = null;
        status = IntentStatus.CANCELED;
    }

    StripeError unexpectedState(String message) {
        return StripeError.refused("payment_intent_unexpected_state", message).with(KIND, Json.tree(this));
    }

    void requireOpen(String verb) {
        if (!status.open()) {
            throw unexpectedState("You cannot " + verb + " this PaymentIntent because it has a status of " + status.word()
                    + ". Only a PaymentIntent with one of the following statuses allows it: requires_payment_method, "
                    + "requires_confirmation, requires_action.");
        }
    }

    private void price(Money money) {
        amount = money.amount();
        currency = money.currency();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String object() {
        return object;
    }

    @Override
    public long created() {
        return created;
    }

    Money money() {
        return new Money(amount, currency);
    }

    IntentStatus status() {
        return status;
    }

    String clientSecret() {
        return clientSecret;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    String description() {
        return description;
    }

    /** Where the buyer goes after an action; null if the product named no page. */
    String returnUrl() {
        return nextAction == null ? null : nextAction.redirectToUrl().returnUrl();
    }

    String latestCharge() {
        return latestCharge;
    }

    String paymentMethod() {
        return paymentMethod;
    }

    Details details() {
        return new Details(metadata, description, receiptEmail, statementDescriptorSuffix);
    }

    @Override
    public String toString() {
        return id + " " + status.word();
    }
}
