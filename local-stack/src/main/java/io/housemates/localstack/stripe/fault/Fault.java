package io.housemates.localstack.stripe.fault;

import java.time.Duration;

import io.housemates.localstack.stripe.state.Ids;

/**
 * Something that will go wrong.
 *
 * @param skip how many matching requests or events are let through first
 * @param times how often it goes wrong after that
 * @param delayMs what it means depends on the kind
 */
public record Fault(String id, Match match, FaultKind kind, int skip, int times, long delayMs) {

    /** What is asked for, each field but the kind with a default: everything matches, it happens once and at once. */
    record Wanted(Match match, FaultKind kind, Integer skip, Integer times, Long delayMs) {

        Fault fault() {
            if (kind == null) {
                throw new IllegalArgumentException("A fault needs a kind");
            }
            return new Fault(Ids.next("flt"), match == null ? Match.everything() : match, kind, skip == null ? 0 : skip,
                    times == null ? 1 : times, delayMs == null ? kind.usualDelay().toMillis() : delayMs);
        }
    }

    public Duration delay() {
        return Duration.ofMillis(delayMs);
    }

    boolean due() {
        return skip == 0;
    }

    /** After a match: one less to let through, or one time less. */
    Fault counted() {
        return due() ? new Fault(id, match, kind, 0, times - 1, delayMs) : new Fault(id, match, kind, skip - 1, times, delayMs);
    }

    boolean spent() {
        return times <= 0;
    }
}
