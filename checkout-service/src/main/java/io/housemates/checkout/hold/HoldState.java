package io.housemates.checkout.hold;

/** ACTIVE → CONSUMED (sold) | RELEASED (given back); a unit that was sold is given back when its booking is cancelled. */
enum HoldState {
    ACTIVE,
    CONSUMED,
    RELEASED
}
