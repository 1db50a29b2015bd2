package io.housemates.checkout.model;

import io.housemates.checkout.model.Buyer.Money;

/** What a buyer pays with, and what comes of it. */
enum Card {

    GOOD("pm_card_visa", 200, Money.PAID),
    DECLINED("pm_card_chargeDeclined", 402, Money.TO_BE_PAID),
    THREE_D_SECURE("pm_card_threeDSecure2Required", 200, Money.AUTHENTICATING);

    final String token;
    final int status;
    final Money then;

    Card(String token, int status, Money then) {
        this.token = token;
        this.status = status;
        this.then = then;
    }
}
