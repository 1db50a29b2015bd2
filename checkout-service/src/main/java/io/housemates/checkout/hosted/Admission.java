package io.housemates.checkout.hosted;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.api.CheckoutError;
import io.housemates.checkout.hosted.guard.AskedHost;
import io.housemates.checkout.partner.ActivePartners;
import io.housemates.checkout.partner.CheckoutHosts;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.smallrye.mutiny.Uni;

/** Which checkouts are shown at all: those of partners that may sell, and on a partner's own host nobody else's. */
@ApplicationScoped
class Admission {

    private static final Set<Progress> MAY_BE_PAID = EnumSet.of(Progress.PAID, Progress.PROCESSING, Progress.ENDING,
            Progress.BOOKED, Progress.CANCELLED, Progress.REFUNDED);

    private final ActivePartners partners;
    private final CheckoutHosts hosts;
    private final AskedHost host;

    Admission(ActivePartners partners, CheckoutHosts hosts, AskedHost host) {
        this.partners = partners;
        this.hosts = hosts;
        this.host = host;
    }

    /** Fails as if there were no such checkout. */
    Uni<Void> require(StudentCheckout checkout) {
        return hosts.shows(host.name(), checkout.partnerId())
                .chain(shown -> shown ? maySell(checkout) : Uni.createFrom().item(false))
                .invoke(admitted -> {
                    if (!admitted) {
                        throw CheckoutError.CHECKOUT_SESSION_NOT_FOUND.exception();
                    }
                }).replaceWithVoid();
    }

    /** What was paid is owed an answer, and what was booked stays booked, so their pages stay too. */
    private Uni<Boolean> maySell(StudentCheckout checkout) {
        return MAY_BE_PAID.contains(checkout.progress()) ? Uni.createFrom().item(true)
                : partners.contain(checkout.partnerId());
    }
}
