package io.housemates.checkout.hosted.guard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;

/** What each of many callers has left; the ones not seen for longest are forgotten, so that names made up cost nothing. */
final class Buckets {

    private static final int REMEMBERED = 50_000;

    private final int perSecond;
    private final int burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Buckets(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** False when the caller has to wait. */
    synchronized boolean take(String caller) {
        return buckets.computeIfAbsent(caller, name -> full()).tryConsume(1);
    }

    private Bucket full() {
        return Bucket.builder().addLimit(limit -> limit.capacity((long) perSecond * burst)
                .refillGreedy(perSecond, Duration.ofSeconds(1))).build();
    }
}
