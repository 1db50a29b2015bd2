package io.housemates.checkout.hosted.guard;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;

/** How many pages and forms each session and each address has left in this replica. */
@ApplicationScoped
class PageLimits {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Buckets sessions;
    private final Buckets addresses;

    PageLimits(HostedConfig config) {
        this.sessions = new Buckets(config.perSession(), config.burst());
        this.addresses = new Buckets(config.perAddress(), config.burst());
    }

    /** @throws ApiException 429 when either has none left */
    void take(String session, String address) {
        if (!addresses.take(address) || !sessions.take(session)) {
            throw new ApiException(CommonError.TOO_MANY_REQUESTS, null, WAIT);
        }
    }
}
