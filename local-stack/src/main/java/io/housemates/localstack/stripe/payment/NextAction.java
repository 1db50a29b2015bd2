package io.housemates.localstack.stripe.payment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the buyer has to do before the payment goes on: open the authentication page. */
record NextAction(String type, @JsonProperty("redirect_to_url") Redirect redirectToUrl) {

    record Redirect(String url, String returnUrl) {
    }

    static NextAction redirect(String url, String returnUrl) {
        return new NextAction("redirect_to_url", new Redirect(url, returnUrl));
    }
}
