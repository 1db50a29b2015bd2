package io.housemates.localstack.stripe.payment;

import java.util.Optional;

import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.StripeError;

/** Finds or makes the payment method that a request names: a test token, a known id, or a card number from the browser. */
public final class PaymentMethods {

    private final Ledger ledger;

    PaymentMethods(Ledger ledger) {
        this.ledger = ledger;
    }

    /** {@code type=card&card[number]=…}, as a browser sends it. */
    public Object create(ApiRequest request) {
        return fromNumber(request.form());
    }

    public Object retrieve(ApiRequest request) {
        return named(request.target());
    }

    /** The method in {@code payment_method} or {@code payment_method_data}, if either is there. */
    Optional<PaymentMethod> in(Form form) {
        if (form.has("payment_method_data")) {
            return Optional.of(fromNumber(form.form("payment_method_data")));
        }
        return form.text("payment_method").map(this::named);
    }

    /** The method that was chosen before. */
    Optional<PaymentMethod> of(PaymentIntent intent) {
        return Optional.ofNullable(intent.paymentMethod()).flatMap(ledger.methods()::find);
    }

    private PaymentMethod named(String name) {
        return TestCard.withToken(name).map(this::made).or(() -> ledger.methods().find(name))
                .orElseThrow(() -> StripeError.noSuch("PaymentMethod", name, "payment_method"));
    }

    private PaymentMethod fromNumber(Form form) {
        String number = form.form("card").requireText("number").replace(" ", "");
        return TestCard.withNumber(number).map(this::made).orElseThrow(() -> StripeError
                .card("incorrect_number", null, "Your card number is incorrect.").with("param", "number"));
    }

    private PaymentMethod made(TestCard card) {
        PaymentMethod method = PaymentMethod.of(card, ledger.now());
        ledger.methods().put(method);
        return method;
    }
}
