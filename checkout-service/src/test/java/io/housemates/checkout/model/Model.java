package io.housemates.checkout.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import io.housemates.checkout.model.Buyer.Dispute;
import io.housemates.checkout.model.Buyer.Money;
import io.housemates.checkout.model.Buyer.State;
import io.housemates.checkout.model.Buyer.Unit;

/**
 * The rules of the checkout for one booking period, in memory and one thing after the other: what each answer and each state
 * has to be.
 */
final class Model {

    final int units;
    final List<Buyer> buyers = new ArrayList<>();

    Model(int units) {
        this.units = units;
    }

    long kept() {
        return with(Unit.KEPT);
    }

    long booked() {
        return with(Unit.SOLD);
    }

    long left() {
        return units - kept() - booked();
    }

    Answer start() {
        return left() > 0 ? Answer.STARTED : Answer.SOLD_OUT;
    }

    Answer keepLonger(Buyer buyer, Instant now) {
        Answer refusal = refusal(buyer, now);
        if (refusal == null) {
            buyer.keepLonger(now);
        }
        return refusal == null ? Answer.OK : refusal;
    }

    Answer saveDetails(Buyer buyer, Instant now) {
        Answer refusal = refusal(buyer, now);
        if (refusal != null) {
            return refusal;
        }
        if (buyer.unit != Unit.KEPT && left() == 0) {
            return Answer.SOLD_OUT;
        }
        buyer.detailsSaved(now);
        return Answer.OK;
    }

    /** @param getsUnit who wins where not everybody can */
    Answer complete(Buyer buyer, Instant now, Predicate<Buyer> getsUnit) {
        if (buyer.state == State.COMPLETED) {
            return Answer.ALREADY_BOOKED;
        }
        if (!buyer.isPaid()) {
            return buyer.state.isOver() || buyer.isLate(now) ? Answer.OVER : Answer.UNPAID;
        }
        if (!buyer.state.isOver() && !endsForLackOfMoney(buyer)) {
            if (buyer.unit == Unit.KEPT || getsUnit.test(buyer)) {
                buyer.book();
                return Answer.BOOKED;
            }
            buyer.giveBack();
        }
        return buyer.disagrees ? Answer.NOT_AS_AGREED : Answer.SOLD_OUT;
    }

    /** The student comes back from the bank to the hosted page. */
    void comeBack(Buyer buyer, Predicate<Buyer> getsUnit) {
        if (buyer.isPaid() && !buyer.state.isOver() && !endsForLackOfMoney(buyer)) {
            bookOrKeep(buyer, getsUnit);
        }
    }

    /** The operator has the money given back. */
    Answer refund(Buyer buyer) {
        if (buyer.stuck) {
            return Answer.OK;
        }
        if (buyer.state != State.NEEDS_ATTENTION) {
            return Answer.NOTHING_TO_REFUND;
        }
        buyer.giveBack();
        return Answer.OK;
    }

    void cancel(Buyer buyer, int percent) {
        if (buyer.unit == Unit.SOLD) {
            buyer.giveUp(percent);
        }
    }

    /** What becomes of those that are due once the reconciler has nothing more to do. */
    void carryOn(Collection<Buyer> due, Instant now, Predicate<Buyer> getsUnit) {
        due.forEach(buyer -> carryOn(buyer, now, getsUnit));
    }

    private void carryOn(Buyer buyer, Instant now, Predicate<Buyer> getsUnit) {
        if (!buyer.isPaid()) {
            unpaid(buyer, now);
        } else if (!buyer.state.isOver()) {
            paid(buyer, now, getsUnit);
        }
        if (!buyer.stuck || buyer.dispute == Dispute.LOST) {
            buyer.payBack();
        }
    }

    private static void unpaid(Buyer buyer, Instant now) {
        if (buyer.state.isOver()) {
            return;
        }
        if (buyer.isLate(now)) {
            buyer.money = Money.CANCELLED;
            buyer.end(State.EXPIRED);
        } else if (buyer.money == Money.CANCELLED) {
            buyer.end(State.CANCELLED);
        }
    }

    private void paid(Buyer buyer, Instant now, Predicate<Buyer> getsUnit) {
        if (!endsForLackOfMoney(buyer)) {
            bookOrKeep(buyer, getsUnit);
            if (buyer.unit == Unit.KEPT) {
                await(buyer, now);
            }
        }
    }

    /** Money went back or is disputed before anything was booked. */
    private static boolean endsForLackOfMoney(Buyer buyer) {
        if (buyer.back == 0 && !buyer.isDisputed()) {
            return false;
        }
        buyer.disagrees = buyer.back < Buyer.DEPOSIT;
        buyer.giveBack();
        return true;
    }

    private static void bookOrKeep(Buyer buyer, Predicate<Buyer> getsUnit) {
        if (buyer.unit != Unit.KEPT && !getsUnit.test(buyer)) {
            buyer.giveBack();
        } else if (buyer.details) {
            buyer.book();
        } else {
            buyer.unit = Unit.KEPT;
        }
    }

    private static void await(Buyer buyer, Instant now) {
        if (buyer.state == State.NEEDS_ATTENTION) {
            if (buyer.waitedLongEnough(now)) {
                buyer.giveBack();
            }
        } else if (buyer.isLate(now)) {
            buyer.callForAttention(now);
        }
    }

    /** Why a session takes no details and no more time, null where it does. */
    private static Answer refusal(Buyer buyer, Instant now) {
        if (buyer.state == State.COMPLETED) {
            return Answer.ALREADY_BOOKED;
        }
        boolean over = buyer.state.isOver() || buyer.state != State.NEEDS_ATTENTION && buyer.isLate(now);
        return over ? Answer.OVER : null;
    }

    private long with(Unit unit) {
        return buyers.stream().filter(buyer -> buyer.unit == unit).count();
    }
}
