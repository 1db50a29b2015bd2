package io.housemates.booking.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.inject.Singleton;

import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.retention.Due;
import io.housemates.platform.retention.Retained;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Bookings whose period ended long ago: who they are about is erased as on request, so every service forgets it. */
@Singleton
class OldBookings implements Retained {

    /** Served by booking_people. */
    private static final String DUE = " FROM booking WHERE erased_at IS NULL AND end_date < %1$s AND created_at < %2$s";
    private static final String COUNT = "SELECT count(*), min(end_date)" + DUE.formatted("$1", "$2");
    private static final String NEXT = "SELECT id" + DUE.formatted("?1", "?2")
            + " ORDER BY end_date LIMIT ?3 FOR UPDATE SKIP LOCKED";

    private final Pool pool;
    private final Outbox outbox;
    private final Erasure erasure;
    private final Kept kept;

    OldBookings(Pool pool, Outbox outbox, Erasure erasure, Kept kept) {
        this.pool = pool;
        this.outbox = outbox;
        this.erasure = erasure;
        this.kept = kept;
    }

    @Override
    public String name() {
        return "people_of_old_bookings";
    }

    @Override
    public Instant dueBefore(Instant now) {
        return utc(now).minus(kept.bookings()).toInstant();
    }

    @Override
    public Uni<Due> due(Instant before) {
        return pool.preparedQuery(COUNT).execute(Tuple.of(day(before), utc(before))).map(Due::byDay);
    }

    @Override
    public Uni<Integer> remove(Instant before, int atMost) {
        return outbox.transaction(() -> next(before, atMost).call(ids -> Multi.createFrom().iterable(ids)
                .onItem().transformToUniAndConcatenate(id -> erasure.erase(Scope.ofRetention(), id)).collect().last()))
                .map(List::size);
    }

    private static Uni<List<String>> next(Instant before, int atMost) {
        return Panache.getSession().chain(session -> session.createNativeQuery(NEXT, String.class)
                .setParameter(1, day(before)).setParameter(2, utc(before)).setParameter(3, atMost).getResultList());
    }

    private static LocalDate day(Instant time) {
        return utc(time).toLocalDate();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
