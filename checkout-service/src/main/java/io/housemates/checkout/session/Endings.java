package io.housemates.checkout.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Intent;
import io.housemates.checkout.payment.PaymentState;
import io.housemates.checkout.payment.Payments;
import io.smallrye.mutiny.Uni;

/** How sessions end without a booking; each method is one transaction under the session's lock. */
@ApplicationScoped
class Endings {

    /** What Stripe's search may be behind during its outages. Source: Stripe, "Search". */
    private static final Duration SEARCH_LAG = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    /** How often Stripe is asked of a payment it refuses to tell of, while the session waits for it, and afterwards. */
    private static final Duration OFTEN = Duration.ofMinutes(5);
    private static final Duration RARELY = Duration.ofHours(1);

    private final LockedSessions locked;
    private final Payments payments;
    private final Holds holds;
    private final Reversals reversals;
    private final Announcements announcements;
    private final Audit audit;
    private final Clock clock;
    private final CheckoutConfig config;

    Endings(LockedSessions locked, Payments payments, Holds holds, Reversals reversals, Announcements announcements,
            Audit audit, Clock clock,
            CheckoutConfig config) {
        this.locked = locked;
        this.payments = payments;
        this.holds = holds;
        this.reversals = reversals;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /** Not paid: over if its intent is cancelled or its time is up, otherwise looked at again later. */
    Uni<Void> unpaid(String sessionId, Intent intent) {
        return unpaid(sessionId, intent, this::lookAgain);
    }

    /** Not paid when Stripe was asked, while there was time; where that is up meanwhile, the next step follows at once. */
    Uni<Void> open(String sessionId, Intent intent) {
        return unpaid(sessionId, intent, session -> {
            Instant now = clock.instant();
            session.nextStep(session.isPastExpiry(now) ? now : Checks.after(session.steps, session, now));
            return nothing();
        });
    }

    private Uni<Void> unpaid(String sessionId, Intent intent, Function<CheckoutSession, Uni<Void>> otherwise) {
        return locked.with(sessionId, (session, payment) -> {
            Uni<Void> mirrored = intent == null ? nothing() : payments.mirror(payment, intent, Steps.ACTOR);
            return mirrored.chain(() -> payment == null || payment.state() == PaymentState.CANCELLED ? end(session)
                    : otherwise.apply(session));
        });
    }

    /** Stripe's search finds no intent for the session; believed only once it has found none for more than an hour. */
    Uni<Void> withoutIntent(String sessionId) {
        Instant now = clock.instant();
        return locked.with(sessionId, (session, payment) -> {
            Duration missing = payment.missing(now);
            if (missing.compareTo(SEARCH_LAG) > 0) {
                return payments.fail(payment, "Stripe never made the intent", Steps.ACTOR).chain(() -> end(session));
            }
            session.nextStep(now.plus(missing.compareTo(SHORTEST_PAUSE) > 0 ? missing : SHORTEST_PAUSE));
            return nothing();
        });
    }

    /** Stripe refuses to tell of the payment, which only people can mend. */
    Uni<Void> untold(String sessionId, String why) {
        return locked.with(sessionId, (session, payment) -> {
            payments.untold(payment, why);
            Instant now = clock.instant();
            session.nextStep(now.plus(session.isOver() ? RARELY : OFTEN));
            return nothing();
        });
    }

    /** Where a unit is kept that others could have, a payment that Stripe is still busy with is not left alone for long. */
    private Uni<Void> lookAgain(CheckoutSession session) {
        Instant now = clock.instant();
        Uni<Boolean> pressing = session.isPastExpiry(now) ? holds.isKept(session.id) : Uni.createFrom().item(false);
        return pressing.invoke(isIt -> session.nextStep(Checks.after(isIt ? 0 : session.steps, session, now)))
                .replaceWithVoid();
    }

    private Uni<Void> end(CheckoutSession session) {
        if (session.isOver()) {
            session.nextStep(null);
            return nothing();
        }
        boolean expired = session.isPastExpiry(clock.instant());
        if (session.isFree() && !expired) {
            session.nextStep(session.expiresAt);
            return nothing();
        }
        String why = expired ? "time is up" : "the payment was cancelled";
        return holds.release(session.id, why, Steps.ACTOR)
                .chain(() -> audit.record(expired ? session.expire() : session.cancel(null), why, Steps.ACTOR));
    }

    /** Paid, but nobody told us who moves in: people have until {@code attention} is over, then the money goes back. */
    Uni<Void> detailsMissing(String sessionId) {
        Instant now = clock.instant();
        return locked.with(sessionId, (session, payment) -> {
            if (session.isOver() || !payment.state().isPaid() || !session.isPastExpiry(now)) {
                return nothing();
            }
            if (!session.is(SessionState.NEEDS_ATTENTION)) {
                return audit.record(session.needAttention(now.plus(config.attention())), "paid, details missing", Steps.ACTOR)
                        .chain(() -> announcements.attentionNeeded(session));
            }
            return now.isBefore(session.attentionUntil) ? nothing()
                    : reversals.ofCheckout(session, payment, MoneyBack.DETAILS_MISSING.reason(), Steps.ACTOR);
        });
    }

    /** Nothing is left to do. */
    Uni<Void> rest(String sessionId) {
        return locked.with(sessionId, (session, payment) -> end(session));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
