package io.housemates.checkout.session;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.details.StudentDetails;
import io.housemates.checkout.hold.Holds;
import io.housemates.checkout.payment.Payment;
import io.housemates.checkout.payment.Payments;
import io.housemates.checkout.payment.Refunds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What a student does on the hosted pages with a checkout that a partner started; the address is all that it takes. */
@ApplicationScoped
public class StudentCheckouts {

    private static final String ACTOR = "student";

    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Refunds refunds;
    private final Holds holds;
    private final SavedDetails saved;
    private final MoreTime moreTime;
    private final Fulfilment fulfilment;
    private final CheckoutConfig config;
    private final Clock clock;

    StudentCheckouts(CheckoutSessions sessions, Payments payments, Refunds refunds, Holds holds, SavedDetails saved,
            MoreTime moreTime, Fulfilment fulfilment, CheckoutConfig config, Clock clock) {
        this.sessions = sessions;
        this.payments = payments;
        this.refunds = refunds;
        this.holds = holds;
        this.saved = saved;
        this.moreTime = moreTime;
        this.fulfilment = fulfilment;
        this.config = config;
        this.clock = clock;
    }

    public Uni<StudentCheckout> find(String sessionId) {
        return Panache.withSession(() -> sessions.get(sessionId)
                .chain(session -> payments.findById(sessionId).chain(payment -> seen(session, payment))));
    }

    private Uni<StudentCheckout> seen(CheckoutSession session, Payment payment) {
        return isSold(session).chain(sold -> moneyBack(session, payment)
                .map(why -> StudentCheckout.of(session, payment, sold, why, config, clock.instant())));
    }

    private Uni<MoneyBack> moneyBack(CheckoutSession session, Payment payment) {
        boolean booked = session.is(SessionState.COMPLETED);
        return booked || !session.isOver() || payment == null || !payment.state().wasPaid() ? Uni.createFrom().nullItem()
                : refunds.reasonOf(session.id).map(MoneyBack::of);
    }

    /** Keeps the details, and a unit until the session expires; fails when none is left. */
    public Uni<StudentCheckout> save(String sessionId, StudentDetails details) {
        return saved.save(sessionId, details, ACTOR).chain(() -> find(sessionId));
    }

    /** Keeps the session, and its unit if it has one, as long as if it had begun now, within its longest time. */
    public Uni<StudentCheckout> keepLonger(String sessionId) {
        return moreTime.give(sessionId).chain(() -> find(sessionId));
    }

    /** The hosted pages' door of {@link Fulfilment}; how it came out is the progress. */
    public Uni<StudentCheckout> settle(String sessionId) {
        return fulfilment.fulfil(sessionId, null, ACTOR).chain(() -> find(sessionId));
    }

    private Uni<Boolean> isSold(CheckoutSession session) {
        return session.is(SessionState.COMPLETED) ? holds.isSold(session.id) : Uni.createFrom().item(false);
    }
}
