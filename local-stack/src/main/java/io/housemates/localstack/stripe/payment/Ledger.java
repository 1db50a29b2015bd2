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
    private final Events events;
    private final Clock clock;

    public Ledger(Journal journal, Events events, Clock clock) {
        this.intents = new Shelf<>(journal, PaymentIntent.KIND, PaymentIntent.class);
        this.methods = new Shelf<>(journal, PaymentMethod.KIND, PaymentMethod.class);
        this.charges = new Shelf<>(journal, Charge.KIND, Charge.class);
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

    PaymentIntent intent(String id, String param) {
        return intents.find(id).orElseThrow(() -> StripeError.noSuch("payment_intent", id, param));
    }

    Charge charge(String id, String param) {
        return charges.find(id).orElseThrow(() -> StripeError.noSuch("charge", id, param));
    }

    /** Any object by its id. */
    Optional<? extends StripeObject> find(String id) {
        return Stream.of(charges, intents, methods).map(shelf -> shelf.find(id)).flatMap(Optional::stream).findFirst();
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
        intents.clear();
        methods.clear();
        charges.clear();
        events.clear();
    }
}
