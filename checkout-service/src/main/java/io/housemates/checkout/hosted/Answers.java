package io.housemates.checkout.hosted;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.DraftReader;
import io.housemates.checkout.hosted.draft.Drafts;
import io.housemates.checkout.hosted.draft.Reading;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** Takes what a student sent from one page, keeps it whatever it is, and says which page is next. */
@ApplicationScoped
class Answers {

    private final Drafts drafts;
    private final DraftReader reader;
    private final StudentCheckouts checkouts;

    Answers(Drafts drafts, DraftReader reader, StudentCheckouts checkouts) {
        this.drafts = drafts;
        this.reader = reader;
        this.checkouts = checkouts;
    }

    /** Keeps it without looking at it. */
    Uni<Draft> keep(Visit visit, Step step, Map<String, String> typed) {
        return reader.policy(visit.offer()).chain(policy -> drafts.change(visit.id(),
                draft -> draft.with(step, typed, policy, visit.offer().country())));
    }

    Uni<String> take(Visit visit, Step step, Map<String, String> typed) {
        return keep(visit, step, typed)
                .chain(draft -> reader.read(draft, visit.offer()))
                .chain(reading -> reading.isRight(step) ? goOn(visit, step, reading)
                        : Uni.createFrom().item(step.path() + "?check=1"));
    }

    private Uni<String> goOn(Visit visit, Step step, Reading reading) {
        return drafts.change(visit.id(), draft -> draft.finished(step).reopened(reading::isRight))
                .chain(draft -> draft.next().isPresent() ? further(visit, draft) : hold(visit, reading));
    }

    /** Whoever answers is there: the price is kept longer, as far as it can be. */
    private Uni<String> further(Visit visit, Draft draft) {
        Uni<?> kept = visit.is(Progress.PAID) ? Uni.createFrom().voidItem() : checkouts.keepLonger(visit.id());
        return kept.map(done -> draft.next().orElseThrow().path());
    }

    private Uni<String> hold(Visit visit, Reading reading) {
        return checkouts.save(visit.id(), reading.details())
                .chain(saved -> visit.is(Progress.PAID) ? checkouts.settle(visit.id()) : Uni.createFrom().item(saved))
                .map(PaymentPages::after)
                .onFailure(PaymentPages::isStripeAway).recoverWithItem("processing")
                .onFailure(Answers::isSoldOut).recoverWithItem("sold-out");
    }

    private static boolean isSoldOut(Throwable failure) {
        return failure instanceof ApiException refused && refused.error() == CheckoutError.ROOM_NOT_AVAILABLE;
    }
}
