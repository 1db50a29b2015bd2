package io.housemates.localstack.stripe.payment;

import java.util.Map;

import io.housemates.localstack.stripe.state.Ids;
import io.housemates.localstack.stripe.state.StripeObject;

/** A test card as attached to one payment: like Stripe's, each use of a test token gets an id of its own. */
record PaymentMethod(String id, String object, String type, Card card, long created, boolean livemode,
        Map<String, String> metadata, TestCard testCard) implements StripeObject {

    static final String KIND = "payment_method";

    record Card(String brand, String last4, int expMonth, int expYear, String funding) {
    }

    static PaymentMethod of(TestCard card, long now) {
        return new PaymentMethod(Ids.next("pm"), KIND, "card", new Card(card.brand(), card.lastFour(), 12, 2040, "credit"), now,
                false, Map.of(), card);
    }

    Behaviour behaviour() {
        return testCard.behaviour();
    }
}
