package io.housemates.benchmarks;

import io.housemates.localstack.StackState;
import io.housemates.localstack.journey.Api;

/**
 * A partner's only subscription.
 *
 * @param path at the sink
 */
record Endpoint(String partnerId, String subscriptionId, String path, Api api) {

    static Endpoint of(String dispatcher, String path, StackState subscribed) {
        return new Endpoint(subscribed.partnerId(), subscribed.subscriptionId(), path,
                Api.partner(dispatcher, subscribed.partnerId(), subscribed.accessToken()));
    }

    void delete() {
        api.delete("/api/webhooks/" + subscriptionId).expect(200);
    }
}
