package io.housemates.localstack.stripe.payment;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.event.Events;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Journal;
import io.housemates.localstack.stripe.state.Shelf;
import io.housemates.localstack.stripe.state.StripeObject;

/** The account's objects, in one place: what changes here is kept and, where Stripe tells of it, becomes an event. */
public final class Ledger {

    private final Shelf<PaymentIntent> intents;
    private final Shelf<PaymentMethod> methods;
    private final Shelf<Charge> charges;
    private final Shelf<Refund> refunds;
    private final Shelf<Dispute> disputes;
    private final Events events;
    private final Clock clock;

    public Ledger(Journal journal, Events events, Clock clock) {
        this.intents = new Shelf<>(journal, PaymentIntent.KIND, PaymentIntent.class);
        this.methods = new Shelf<>(journal, PaymentMethod.KIND, PaymentMethod.class);
        this.charges = new Shelf<>(journal, Charge.KIND, Charge.class);
        this.refunds = new Shelf<>(journal, Refund.KIND, Refund.class);
        this.disputes = new Shelf<>(journal, Dispute.KIND, Dispute.class);
        this.events = events;
        this.clock = clock;
    }

    Shelf<PaymentIntent> intents() {
        return intents;
    }

    Shelf<PaymentMethod> methods() {
        return methods;
    }

    Shelf<Charge> charges() {
        return charges;
    }

    Shelf<Refund> refunds() {
        return refunds;
    }

    Shelf<Dispute> disputes() {
        return disputes;
    }

    PaymentIntent intent(String id, String param) {
        return intents.find(id).orElseThrow(() -> StripeError.noSuch("payment_intent", id, param));
    }

    Charge charge(String id, String param) {
        return charges.find(id).orElseThrow(() -> StripeError.noSuch("charge", id, param));
    }

    /** The charge an intent succeeded with. */
    Charge paidCharge(PaymentIntent intent) {
        if (intent.status() != IntentStatus.SUCCEEDED) {
            throw intent
                    .unexpectedState("This PaymentIntent (" + intent.id() + ") does not have a successful charge to refund.");
        }
        return charge(intent.latestCharge(), "charge");
    }

    Refund refund(String id) {
        return refunds.find(id).orElseThrow(() -> StripeError.noSuch("refund", id, "refund"));
    }

    /** Any object by its id. */
    Optional<? extends StripeObject> find(String id) {
        return shelves().map(shelf -> shelf.find(id)).flatMap(Optional::stream).findFirst();
    }

    /** Tells the world about the object as it is now. */
    void announce(String event, StripeObject object, Cause cause) {
        events.emit(event, object, cause);
    }

    /** Seconds since the epoch. */
    long now() {
        return clock.instant().getEpochSecond();
    }

    public void clear() {
        shelves().forEach(Shelf::clear);
        events.clear();
    }

    private Stream<Shelf<? extends StripeObject>> shelves() {
        return Stream.of(charges, intents, refunds, disputes, methods);
    }
}
