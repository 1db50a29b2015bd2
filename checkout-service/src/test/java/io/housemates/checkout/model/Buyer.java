package io.housemates.checkout.model;

import java.time.Duration;
import java.time.Instant;

/** What one buyer's checkout has to look like. */
final class Buyer {

    enum State {
        OPEN,
        DETAILS_SAVED,
        NEEDS_ATTENTION,
        COMPLETED,
        EXPIRED,
        CANCELLED;

        boolean isOver() {
            return this == COMPLETED || this == EXPIRED || this == CANCELLED;
        }
    }

    enum Unit {
        NONE,
        KEPT,
        SOLD,
        GIVEN_BACK
    }

    /** The intent, as Stripe has it. */
    enum Money {
        TO_BE_PAID,
        AUTHENTICATING,
        PAID,
        CANCELLED
    }

    /** What a bank says about the payment. */
    enum Dispute {
        NONE,
        OPEN,
        WON,
        LOST
    }

    static final int DEPOSIT = 25_000;
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration ATTENTION = Duration.ofHours(24);

    final String name;
    private final Instant started;
    private Instant expires;
    private Instant attentionUntil;
    State state = State.OPEN;
    Unit unit = Unit.NONE;
    Money money = Money.TO_BE_PAID;
    boolean details;
    Dispute dispute = Dispute.NONE;
    /** A part went back or a bank disputed it before anything was booked. */
    boolean disagrees;
    /** Minor units that went back, whoever gave them. */
    int back;
    /** Minor units that we decided to give back and have not given yet. */
    int owed;
    /** Stripe remembers an error for our refund, so that it may take days. */
    boolean stuck;
    /** How often attention was called for. */
    int calls;

    Buyer(String name, Instant now) {
        this.name = name;
        started = now;
        expires = now.plus(LIFE);
    }

    boolean isPaid() {
        return money == Money.PAID;
    }

    /** A bank has the money, or may keep it. */
    boolean isDisputed() {
        return dispute == Dispute.OPEN || dispute == Dispute.LOST;
    }

    boolean canBePaid() {
        return money == Money.TO_BE_PAID || money == Money.AUTHENTICATING;
    }

    boolean isLate(Instant now) {
        return !now.isBefore(expires);
    }

    boolean waitedLongEnough(Instant now) {
        return !now.isBefore(attentionUntil);
    }

    /** Paid as agreed, and nothing stands against a booking but perhaps the lack of a unit. */
    boolean wantsUnit() {
        return isPaid() && back == 0 && !isDisputed() && !state.isOver() && unit != Unit.KEPT;
    }

    void keepLonger(Instant now) {
        Instant longest = started.plus(LONGEST);
        Instant extended = now.plus(LIFE).isBefore(longest) ? now.plus(LIFE) : longest;
        expires = extended.isAfter(expires) ? extended : expires;
    }

    void detailsSaved(Instant now) {
        details = true;
        unit = Unit.KEPT;
        keepLonger(now);
        state = state == State.NEEDS_ATTENTION ? state : State.DETAILS_SAVED;
    }

    void book() {
        unit = Unit.SOLD;
        state = State.COMPLETED;
    }

    void callForAttention(Instant now) {
        state = State.NEEDS_ATTENTION;
        attentionUntil = now.plus(ATTENTION);
        calls++;
    }

    void end(State how) {
        state = how;
        unit = unit == Unit.KEPT ? Unit.GIVEN_BACK : unit;
    }

    /** No booking comes of it. */
    void giveBack() {
        owed = DEPOSIT - back;
        end(State.CANCELLED);
    }

    /** The booking is cancelled. */
    void giveUp(int percent) {
        unit = Unit.GIVEN_BACK;
        owed = Math.min(DEPOSIT * percent / 100, DEPOSIT - back);
    }

    /** People at Stripe may have been faster. */
    int toBePaidBack() {
        return isDisputed() ? 0 : Math.min(owed, DEPOSIT - back);
    }

    /** What a bank has waits for its word. */
    void payBack() {
        if (dispute == Dispute.OPEN) {
            return;
        }
        back += toBePaidBack();
        owed = 0;
        stuck = false;
    }

    @Override
    public String toString() {
        return name + " " + state + " unit " + unit + " money " + money + " back " + back + " owed " + owed;
    }
}
