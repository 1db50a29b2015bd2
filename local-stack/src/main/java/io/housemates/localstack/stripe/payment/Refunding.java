package io.housemates.localstack.stripe.payment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.housemates.localstack.stripe.event.Cause;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Later;

/** The act of giving money back, asked for through the API or in the dashboard, and what the bank makes of it. */
final class Refunding {

    private static final Duration BANK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Later later;

    Refunding(Ledger ledger, Later later) {
        this.ledger = ledger;
        this.later = later;
    }

    /** @param amount in minor units; everything that is left if empty */
    Refund refund(Charge charge, Optional<Long> amount, String reason, Map<String, String> metadata, Cause cause) {
        long part = amount.orElseGet(charge::refundable);
        charge.refund(part);
        Refund refund = Refund.of(charge, part, reason, metadata, behaviour(charge) == Behaviour.REFUND_PENDING, ledger.now());
        ledger.charges().put(charge);
        ledger.refunds().put(refund);
        ledger.announce("refund.created", refund, cause);
        ledger.announce("charge.refunded", charge, cause);
        finishLater(refund, behaviour(charge));
        return refund;
    }

    /** The bank took the money. */
    void arrive(Refund refund) {
        if (!refund.pending()) {
            throw StripeError.refused(null, "Refund " + refund.id() + " is not pending.");
        }
        refund.arrive();
        updated(refund);
    }

    /** The bank sent the money back, which may happen long after a refund succeeded. */
    void fail(Refund refund, String reason) {
        if (refund.failed()) {
            throw StripeError.refused(null, "Refund " + refund.id() + " has failed already.");
        }
        Charge charge = ledger.charge(refund.charge(), "charge");
        charge.unrefund(refund.amount());
        refund.fail(reason);
        ledger.charges().put(charge);
        updated(refund);
        ledger.announce("refund.failed", refund, Cause.ownMotion());
    }

    /** After a restart: refunds that the bank had not decided on are decided now. */
    void resume() {
        ledger.refunds().oldestFirst().filter(refund -> !refund.failed())
                .forEach(refund -> finishLater(refund, behaviour(ledger.charge(refund.charge(), "charge"))));
    }

    private void finishLater(Refund refund, Behaviour card) {
        if (card == Behaviour.REFUND_FAILS) {
            later.after(BANK, () -> ledger.refunds().find(refund.id()).filter(open -> !open.failed())
                    .ifPresent(open -> fail(open, "expired_or_canceled_card")));
        } else if (refund.pending()) {
            later.after(BANK, () -> ledger.refunds().find(refund.id()).filter(Refund::pending).ifPresent(this::arrive));
        }
    }

    private void updated(Refund refund) {
        ledger.refunds().put(refund);
        ledger.announce("refund.updated", refund, Cause.ownMotion());
        ledger.announce("charge.refund.updated", refund, Cause.ownMotion());
    }

    private Behaviour behaviour(Charge charge) {
        return ledger.methods().find(charge.paymentMethod()).map(PaymentMethod::behaviour).orElse(Behaviour.SUCCEEDS);
    }
}
