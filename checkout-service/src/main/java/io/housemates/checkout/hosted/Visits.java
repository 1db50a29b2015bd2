package io.housemates.checkout.hosted;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.catalogue.Sights;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Drafts;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.partner.Brandings;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.Ulids;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** Looks up what a request is about. An unknown session and one that is not shown fail alike. */
@ApplicationScoped
class Visits {

    private final StudentCheckouts checkouts;
    private final Admission admission;
    private final Brandings brandings;
    private final Drafts drafts;
    private final Sights sights;
    private final Clock clock;

    Visits(StudentCheckouts checkouts, Admission admission, Brandings brandings, Drafts drafts, Sights sights, Clock clock) {
        this.checkouts = checkouts;
        this.admission = admission;
        this.brandings = brandings;
        this.drafts = drafts;
        this.sights = sights;
        this.clock = clock;
    }

    Uni<Visit> open(Request request) {
        return find(request.sessionId())
                .call(admission::require)
                .chain(checkout -> Uni.combine().all()
                        .unis(brandings.of(checkout.partnerId()), draft(request), sights.of(checkout.offer()))
                        .with((branding, draft, sight) -> new Visit(checkout, sight, branding, draft,
                                spoken(request, branding, draft), clock.instant(), false)));
    }

    private Uni<StudentCheckout> find(String sessionId) {
        return Ulids.isUlid(sessionId) ? checkouts.find(sessionId)
                : Uni.createFrom().failure(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
    }

    /** A language chosen by address is remembered, so that links need not carry it; not for ever of what is over. */
    private Uni<Draft> draft(Request request) {
        String chosen = request.language();
        return drafts.of(request.sessionId()).chain(draft -> chosen == null || Objects.equals(draft.language(), chosen)
                ? Uni.createFrom().item(draft)
                : drafts.change(request.sessionId(), latest -> latest.speaking(chosen))
                        .onFailure(ApiException.class).recoverWithItem(() -> draft.speaking(chosen)));
    }

    private static Spoken spoken(Request request, Branding branding, Draft draft) {
        return Spoken.of(branding, draft.language(), request.accepted());
    }
}
