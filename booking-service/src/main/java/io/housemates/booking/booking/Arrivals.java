package io.housemates.booking.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.Ulids;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Keeps a reader waiting whose booking is still on its way.
 *
 * A booking can be read as soon as its checkout answered, but the event that brings it may take a moment longer. So a
 * reader who asks for a very young id is kept for a while; between looks no connection and no thread is held.
 */
@ApplicationScoped
class Arrivals {

    /** Ids made longer ago than this are not worth waiting for. */
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Clock clock;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    /** @param look fails with {@link BookingError#NOT_FOUND} as long as the booking is not there */
    Uni<Booking> await(String id, Supplier<Uni<Booking>> look) {
        if (!isYoung(id)) {
            return look.get();
        }
        return Uni.createFrom().deferred(look::get)
                .runSubscriptionOn(currentContext())
                .onFailure(ApiException.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .onFailure(e -> e.getCause() instanceof ApiException).transform(Throwable::getCause);
    }

    private boolean isYoung(String id) {
        return Duration.between(Ulids.timeOf(id), clock.instant()).abs().compareTo(YOUNG) < 0;
    }

    /** A retry comes back from a timer's thread; a Hibernate session needs the request's own event loop. */
    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return command -> context.runOnContext(ignored -> command.run());
    }
}
