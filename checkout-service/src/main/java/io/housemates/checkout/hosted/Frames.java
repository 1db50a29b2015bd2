package io.housemates.checkout.hosted;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.hosted.guard.FormTokens;
import io.housemates.checkout.hosted.guard.PageNonce;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.hosted.text.Wording;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;

/** Makes the frame of a page. */
@ApplicationScoped
class Frames {

    private final PageNonce nonce;

    Frames(PageNonce nonce) {
        this.nonce = nonce;
    }

    /**
     * @param here the last part of the page's address
     * @param step 0 off the way, where no time is shown either
     */
    Frame of(Visit visit, String here, int step) {
        return of(visit, here, null, step);
    }

    /** @param flag what else is in the address, null when nothing is */
    Frame of(Visit visit, String here, String flag, int step) {
        var session = new Frame.Session(visit.id(), FormTokens.of(visit.checkout()), here, flag, step,
                step == 0 ? null : countdown(visit.checkout(), visit.now()),
                summary(visit));
        return new Frame(visit.spoken(), visit.branding(), nonce.value(), session, visit.sample());
    }

    /** Where it is not known whose page it is. */
    Frame bare(Spoken spoken) {
        return new Frame(spoken, null, nonce.value(), null, false);
    }

    /** Null where no time runs: what is paid is kept. */
    static Frame.Countdown countdown(StudentCheckout checkout, Instant now) {
        if (!checkout.progress().isUnderWay() || checkout.progress() == Progress.PAID) {
            return null;
        }
        return new Frame.Countdown(seconds(now, checkout.expiresAt()),
                checkout.progress() == Progress.HELD, checkout.canBeKeptLonger(now), checkout.life().toSeconds(),
                seconds(now, checkout.longest()));
    }

    /** Rounded up: a clock at 0 must not be ahead of the end. */
    private static long seconds(Instant now, Instant end) {
        return -Math.floorDiv(-Duration.between(now, end).toMillis(), 1_000L);
    }

    private static Frame.Summary summary(Visit visit) {
        Offer offer = visit.offer();
        Wording wording = visit.wording();
        return new Frame.Summary(offer.roomName(), offer.propertyName(), wording.date(offer.startDate()),
                wording.date(offer.endDate()), wording.money(offer.pricePerWeek()),
                visit.isFree() ? null : wording.money(visit.checkout().amount()));
    }
}
