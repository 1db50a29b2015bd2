package io.housemates.checkout.payment;

/** How much of what was agreed to be paid is to be back in the end; what went back already is a part of it. */
public interface Portion {

    /** @param agreed and the answer: minor units */
    long of(long agreed);

    static Portion all() {
        return agreed -> agreed;
    }

    /** @param minorUnits 0 for nothing */
    static Portion amount(long minorUnits) {
        return agreed -> minorUnits;
    }

    /** @param percent 0 to 100, rounded down */
    static Portion percent(int percent) {
        return agreed -> agreed * percent / 100;
    }
}
