package io.housemates.checkout.hold;

/** ACTIVE → CONSUMED (sold) | RELEASED (given back). */
enum HoldState {
    ACTIVE,
    CONSUMED,
    RELEASED
}
