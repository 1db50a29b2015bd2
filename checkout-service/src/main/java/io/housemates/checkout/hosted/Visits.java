package io.housemates.checkout.hosted;

import java.time.Clock;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.catalogue.Sights;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Drafts;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.ActivePartners;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.partner.Brandings;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.checkout.session.StudentCheckouts;
import io.housemates.platform.Ulids;
import io.smallrye.mutiny.Uni;

/** Looks up what a request is about. An unknown session and one of a partner that may not sell any more fail alike. */
@ApplicationScoped
class Visits {

    private final StudentCheckouts checkouts;
    private final ActivePartners partners;
    private final Brandings brandings;
    private final Drafts drafts;
    private final Sights sights;
    private final Clock clock;

    Visits(StudentCheckouts checkouts, ActivePartners partners, Brandings brandings, Drafts drafts, Sights sights,
            Clock clock) {
        this.checkouts = checkouts;
        this.partners = partners;
        this.brandings = brandings;
        this.drafts = drafts;
        this.sights = sights;
        this.clock = clock;
    }

    Uni<Visit> open(Request request) {
        return find(request.sessionId())
                .chain(checkout -> Uni.combine().all()
                        .unis(brandings.of(checkout.partnerId()), draft(request), sights.of(checkout.offer()))
                        .with((branding, draft, sight) -> new Visit(checkout, sight, branding, draft,
                                spoken(request, branding, draft), clock.instant())));
    }

    private Uni<StudentCheckout> find(String sessionId) {
        if (!Ulids.isUlid(sessionId)) {
            return Uni.createFrom().failure(CheckoutError.CHECKOUT_SESSION_NOT_FOUND::exception);
        }
        return checkouts.find(sessionId).call(this::requireActivePartner);
    }

    /** What was booked stays booked, so its page stays too. */
    private Uni<Void> requireActivePartner(StudentCheckout checkout) {
        return checkout.progress() == Progress.BOOKED ? Uni.createFrom().voidItem()
                : partners.contain(checkout.partnerId()).invoke(active -> {
                    if (!active) {
                        throw CheckoutError.CHECKOUT_SESSION_NOT_FOUND.exception();
                    }
                }).replaceWithVoid();
    }

    /** A language chosen by address is remembered, so that links need not carry it. */
    private Uni<Draft> draft(Request request) {
        return drafts.of(request.sessionId()).chain(draft -> request.language() == null
                || Objects.equals(draft.language(), request.language()) ? Uni.createFrom().item(draft)
                        : drafts.change(request.sessionId(), latest -> latest.speaking(request.language())));
    }

    private static Spoken spoken(Request request, Branding branding, Draft draft) {
        return Spoken.of(branding, draft.language(), request.accepted());
    }
}
