package io.housemates.localstack.stripe.payment;

import java.util.Map;

import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.StripeObject;

/** One try to take the money, paid or failed, and how much of it has gone back. Its fields are its JSON. */
final class Charge implements StripeObject {

    static final String KIND = "charge";

    private String id;
    private String object = KIND;
    private long amount;
    private long amountCaptured;
    private long amountRefunded;
    private boolean captured;
    private long created;
    private String currency;
    private String description;
    private boolean disputed;
    private boolean chargedBack;
    private String failureCode;
    private String failureMessage;
    private boolean livemode;
    private Map<String, String> metadata;
    private boolean paid;
    private String paymentIntent;
    private String paymentMethod;
    private PaymentMethodDetails paymentMethodDetails;
    private boolean refunded;
    private String status;

    record PaymentMethodDetails(String type, PaymentMethod.Card card) {
    }

    private Charge() {
    }

    static Charge paid(PaymentIntent intent, PaymentMethod method, long now) {
        Charge charge = of(intent, method, now);
        charge.status = "succeeded";
        charge.paid = true;
        charge.captured = true;
        charge.amountCaptured = charge.amount;
        return charge;
    }

    static Charge failed(PaymentIntent intent, PaymentMethod method, long now, Decline decline) {
        Charge charge = of(intent, method, now);
        charge.status = "failed";
        charge.failureCode = decline.code();
        charge.failureMessage = decline.message();
        return charge;
    }

    private static Charge of(PaymentIntent intent, PaymentMethod method, long now) {
        Charge charge = new Charge();
        charge.id = Ids.next("ch");
        charge.amount = intent.money().amount();
        charge.currency = intent.money().currency();
        charge.created = now;
        charge.description = intent.description();
        charge.metadata = intent.metadata();
        charge.paymentIntent = intent.id();
        charge.paymentMethod = method.id();
        charge.paymentMethodDetails = new PaymentMethodDetails("card", method.card());
        return charge;
    }

    /** @throws StripeError 400 if that much is not left, or the buyer has the money back by a dispute */
    void refund(long part) {
        if (!paid) {
            throw StripeError.refused(null, "Charge " + id + " failed: there is nothing to refund.").with("param", KIND);
        }
        if (chargedBack) {
            throw StripeError.refused("charge_disputed", "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        if (refunded) {
            throw StripeError.refused("charge_already_refunded", "Charge " + id + " has already been refunded.");
        }
        if (part > refundable()) {
            throw StripeError.refused(null, "Refund amount (" + part + ") is greater than unrefunded amount on charge ("
                    + refundable() + ")").with("param", "amount");
        }
        amountRefunded += part;
        refunded = amountRefunded == amount;
    }

    /** A refund that failed leaves the money with the merchant. */
    void unrefund(long part) {
        amountRefunded -= part;
        refunded = false;
    }

    void dispute() {
        if (!paid || disputed) {
            throw StripeError.refused(null, "Charge " + id + " cannot be disputed: it failed or is disputed already.");
        }
        disputed = true;
        chargedBack = true;
    }

    /** A dispute that was won no longer stands in a refund's way. */
    void keep() {
        chargedBack = false;
    }

    long refundable() {
        return amount - amountRefunded;
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

    String currency() {
        return currency;
    }

    String paymentMethod() {
        return paymentMethod;
    }

    String paymentIntent() {
        return paymentIntent;
    }
}
