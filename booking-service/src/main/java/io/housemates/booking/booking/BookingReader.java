package io.housemates.booking.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.Ulids;
import io.housemates.platform.api.ApiException;
import io.housemates.platform.api.Page;
import io.housemates.platform.api.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Answers partners' questions about their bookings.
 *
 * A booking can be read as soon as its checkout answered. The event that brings it may still be on its way then, so a
 * reader who asks for a very young id is kept waiting for a moment; between looks no connection and no thread is held.
 */
@ApplicationScoped
class BookingReader {

    /** Ids made longer ago than this are not worth waiting for. */
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Bookings bookings;
    private final Clock clock;

    BookingReader(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Fails with {@link BookingError#NOT_FOUND} when the partner has no such booking. */
    Uni<Booking> read(String partnerId, String id) {
        if (!Ulids.isUlid(id)) {
            throw BookingError.NOT_FOUND.exception();
        }
        return isYoung(id) ? await(partnerId, id) : look(partnerId, id);
    }

    Uni<Page<BookingView>> list(String partnerId, PageRequest request) {
        return Panache.withSession(() -> bookings.countOf(partnerId).chain(total -> bookings.page(partnerId, request)
                .map(rows -> Page.of(rows.stream().map(BookingView::from).toList(), total, request,
                        "/api/bookings?per_page=" + request.perPage() + "&page="))));
    }

    private boolean isYoung(String id) {
        return Duration.between(Ulids.timeOf(id), clock.instant()).abs().compareTo(YOUNG) < 0;
    }

    private Uni<Booking> await(String partnerId, String id) {
        return Uni.createFrom().deferred(() -> look(partnerId, id))
                .runSubscriptionOn(currentContext())
                .onFailure(ApiException.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .onFailure(e -> e.getCause() instanceof ApiException).transform(e -> BookingError.NOT_FOUND.exception());
    }

    private Uni<Booking> look(String partnerId, String id) {
        return Panache.withSession(() -> bookings.ofPartner(partnerId, id))
                .onItem().ifNull().failWith(BookingError.NOT_FOUND::exception);
    }

    /** A retry comes back from a timer's thread; a Hibernate session needs the request's own event loop. */
    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return command -> context.runOnContext(ignored -> command.run());
    }
}
