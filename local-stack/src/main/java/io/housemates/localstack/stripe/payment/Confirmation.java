package io.housemates.localstack.stripe.payment;

import java.time.Duration;
import java.util.function.Supplier;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Json;
import io.housemates.localstack.stripe.state.Later;

/** The act of paying: takes an intent from the buyer's confirmation to money, to a refusal, or to a wait for something. */
final class Confirmation {

    private static final Duration SETTLEMENT = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Disputes disputes;
    private final Later later;
    private final Supplier<String> authenticationPage;

    /** @param authenticationPage URL to which the intent's id and client secret are added as query parameters */
    Confirmation(Ledger ledger, Disputes disputes, Later later, Supplier<String> authenticationPage) {
        this.ledger = ledger;
        this.disputes = disputes;
        this.later = later;
        this.authenticationPage = authenticationPage;
    }

    /** @throws StripeError 402 when the card is declined; the intent is then ready for another card */
    void confirm(PaymentIntent intent, PaymentMethod method, String returnUrl, Cause cause) {
        intent.confirm(method);
        switch (method.behaviour()) {
            case DECLINED -> throw decline(intent, method, cause);
            case AUTHENTICATES, AUTHENTICATES_THEN_DECLINED -> authenticate(intent, returnUrl, cause);
            case PROCESSES, PROCESSES_THEN_SUCCEEDS, PROCESSES_THEN_FAILS -> process(intent, method, cause);
            default -> charge(intent, method, cause);
        }
    }

    /** The authentication page's two buttons. */
    void authenticated(PaymentIntent intent, boolean passed) {
        PaymentMethod method = method(intent);
        intent.actionTaken();
        if (!passed) {
            fail(intent,
                    StripeError.refused("payment_intent_authentication_failure", "We are unable to authenticate your payment "
                            + "method. Please choose a different payment method and try again."),
                    method, null, Cause.ownMotion());
        } else if (method.behaviour() == Behaviour.AUTHENTICATES_THEN_DECLINED) {
            decline(intent, method, Cause.ownMotion());
        } else {
            charge(intent, method, Cause.ownMotion());
        }
    }

    /** The end of {@code processing}. */
    void settle(PaymentIntent intent, boolean paid) {
        intent.requireProcessing();
        PaymentMethod method = method(intent);
        if (paid) {
            charge(intent, method, Cause.ownMotion());
        } else {
            decline(intent, method, Cause.ownMotion());
        }
    }

    /** After a restart: payments that were on their way go on. */
    void resume() {
        ledger.intents().oldestFirst()
                .filter(intent -> intent.status() == IntentStatus.PROCESSING)
                .forEach(intent -> settleLater(intent, method(intent)));
    }

    private void charge(PaymentIntent intent, PaymentMethod method, Cause cause) {
        Charge charge = Charge.paid(intent, method, ledger.now());
        intent.succeed(charge);
        ledger.charges().put(charge);
        ledger.intents().put(intent);
        ledger.announce("charge.succeeded", charge, cause);
        ledger.announce("payment_intent.succeeded", intent, cause);
        if (method.behaviour() == Behaviour.DISPUTED) {
            disputes.open(charge, "fraudulent");
        }
    }

    private StripeError decline(PaymentIntent intent, PaymentMethod method, Cause cause) {
        Decline decline = method.testCard().decline() == null ? Decline.GENERIC : method.testCard().decline();
        Charge charge = Charge.failed(intent, method, ledger.now(), decline);
        ledger.charges().put(charge);
        ledger.announce("charge.failed", charge, cause);
        return fail(intent, decline.error().with("charge", charge.id()), method, charge.id(), cause);
    }

    private StripeError fail(PaymentIntent intent, StripeError error, PaymentMethod method, String charge, Cause cause) {
        error.with("payment_method", Json.tree(method));
        intent.fail(error.error().deepCopy(), charge);
        ledger.intents().put(intent);
        ledger.announce("payment_intent.payment_failed", intent, cause);
        return error.with(PaymentIntent.KIND, Json.tree(intent));
    }

    private void authenticate(PaymentIntent intent, String returnUrl, Cause cause) {
        String page = authenticationPage.get() + "?payment_intent=" + intent.id() + "&payment_intent_client_secret="
                + intent.clientSecret();
        intent.requireAction(NextAction.redirect(page, returnUrl));
        ledger.intents().put(intent);
        ledger.announce("payment_intent.requires_action", intent, cause);
    }

    private void process(PaymentIntent intent, PaymentMethod method, Cause cause) {
        intent.process();
        ledger.intents().put(intent);
        ledger.announce("payment_intent.processing", intent, cause);
        settleLater(intent, method);
    }

    private void settleLater(PaymentIntent intent, PaymentMethod method) {
        if (method.behaviour() != Behaviour.PROCESSES) {
            boolean paid = method.behaviour() == Behaviour.PROCESSES_THEN_SUCCEEDS;
            later.after(SETTLEMENT, () -> ledger.intents().find(intent.id())
                    .filter(waiting -> waiting.status() == IntentStatus.PROCESSING)
                    .ifPresent(waiting -> settle(waiting, paid)));
        }
    }

    private PaymentMethod method(PaymentIntent intent) {
        return ledger.methods().find(intent.paymentMethod())
                .orElseThrow(() -> intent.unexpectedState("This PaymentIntent has no payment method."));
    }
}
