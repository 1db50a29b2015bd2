package io.housemates.localstack.stripe.event;

import java.net.URI;
import java.util.List;

import io.housemates.localstack.stripe.state.Json;

/**
 * Where events go, and the secret they are signed with.
 *
 * @param enabledEvents the types that are sent; an asterisk stands for all
 */
public record WebhookEndpoint(URI url, String secret, List<String> enabledEvents) {

    private static final List<String> ALL = List.of("*");

    public WebhookEndpoint(URI url, String secret) {
        this(url, secret, ALL);
    }

    WebhookEndpoint withSecret(String other) {
        return new WebhookEndpoint(url, other, enabledEvents);
    }

    boolean wants(String type) {
        return enabledEvents.equals(ALL) || enabledEvents.contains(type);
    }

    /** As Stripe's API shows it: without the secret. */
    Object described() {
        return Json.object().put("id", "we_simulator").put("object", "webhook_endpoint").put("url", url.toString())
                .put("status", "enabled").put("livemode", false).put("api_version", Event.API_VERSION)
                .set("enabled_events", Json.tree(enabledEvents));
    }

    @Override
    public String toString() {
        return "WebhookEndpoint[" + url + "]";
    }
}
