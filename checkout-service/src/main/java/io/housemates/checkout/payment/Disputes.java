package io.housemates.checkout.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.audit.Audit;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The mirrors of Stripe's disputes; each method runs in the caller's transaction, under the payment's lock. */
@ApplicationScoped
public class Disputes implements PanacheRepositoryBase<Dispute, String> {

    private static final String WHY = "Stripe shows it";

    private final Audit audit;
    private final Clock clock;

    Disputes(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @return those that are new or in another state than before */
    public Uni<List<Dispute>> mirror(Payment payment, List<StripeDispute> shown, String actor) {
        List<Dispute> changed = new ArrayList<>();
        return Multi.createFrom().iterable(shown)
                .onItem().transformToUniAndConcatenate(each -> findById(each.id())
                        .chain(known -> known == null ? begin(payment, each, actor) : move(known, each, actor))
                        .onItem().ifNotNull().invoke(changed::add))
                .collect().last().replaceWith(changed);
    }

    Uni<List<Dispute>> of(Payment payment) {
        return list("sessionId = ?1 order by createdAt, id", payment.sessionId);
    }

    private Uni<Dispute> begin(Payment payment, StripeDispute shown, String actor) {
        var dispute = new Dispute();
        dispute.id = shown.id();
        dispute.sessionId = payment.sessionId;
        dispute.state = shown.state();
        dispute.createdAt = clock.instant();
        dispute.updatedAt = dispute.createdAt;
        dispute.adopt(shown);
        return persist(dispute).call(() -> audit.record(dispute.begin(), dispute.reason, actor));
    }

    /** Null where its state is the same. */
    private Uni<Dispute> move(Dispute dispute, StripeDispute shown, String actor) {
        dispute.adopt(shown);
        return dispute.state == shown.state() ? Uni.createFrom().nullItem()
                : audit.record(dispute.become(shown.state(), clock.instant()), WHY, actor).replaceWith(dispute);
    }
}
