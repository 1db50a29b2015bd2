package io.housemates.platform.retention;

import java.time.Instant;

import io.smallrye.mutiny.Uni;

/** One kind of data that is kept for a time and then goes; a service has one bean for each, {@link Retention} runs them. */
public interface Retained {

    /** For people, metrics and the API, for example {@code abandoned_sessions}. */
    String name();

    /** What ended before that time is due. */
    Instant dueBefore(Instant now);

    /** What would go; changes nothing. */
    Uni<Due> due(Instant before);

    /**
     * Removes the oldest in one transaction and leaves what another replica is busy with.
     *
     * @return how many; fewer than {@code atMost} when no more is due
     */
    Uni<Integer> remove(Instant before, int atMost);
}
