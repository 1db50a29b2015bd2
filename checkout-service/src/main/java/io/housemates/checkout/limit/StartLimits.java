package io.housemates.checkout.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.CommonError;

/** How many Starts each partner has left in this replica; only partners that proved who they are get a bucket. */
@ApplicationScoped
class StartLimits {

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LimitConfig config;

    StartLimits(LimitConfig config) {
        this.config = config;
    }

    void take(String partnerId) {
        ConsumptionProbe probe = buckets.computeIfAbsent(partnerId, id -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new ApiException(CommonError.TOO_MANY_REQUESTS, null, wholeSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(config.startBurst())
                .refillGreedy(config.startsPerSecond(), Duration.ofSeconds(1))).build();
    }

    /** Rounded up: a client that waits as told is let in. */
    private static Duration wholeSeconds(long nanos) {
        return Duration.ofSeconds(Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds());
    }
}
