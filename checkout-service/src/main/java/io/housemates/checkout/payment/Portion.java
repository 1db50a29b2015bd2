package io.housemates.checkout.payment;

/** How much of a payment is to be back in the end; what went back already is a part of it. */
public interface Portion {

    /** @param received and the answer: minor units */
    long of(long received);

    static Portion all() {
        return received -> received;
    }

    /** @param minorUnits 0 for nothing */
    static Portion amount(long minorUnits) {
        return received -> minorUnits;
    }

    /** @param percent 0 to 100 of what was paid, rounded down */
    static Portion percent(int percent) {
        return received -> received * percent / 100;
    }
}
