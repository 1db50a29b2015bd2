package io.housemates.localstack.stripe.event;

import java.net.URI;

/** Where events go, and the secret they are signed with. */
public record WebhookEndpoint(URI url, String secret) {

    @Override
    public String toString() {
        return "WebhookEndpoint[" + url + "]";
    }
}
