package io.housemates.checkout.hosted;

import java.time.Instant;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.catalogue.Sight;
import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.hosted.text.Wording;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;

/**
 * Everything that one request of a student's is about.
 *
 * @param sample whether all of it is made up, for a preview
 */
record Visit(StudentCheckout checkout, Sight sight, Branding branding, Draft draft, Spoken spoken, Instant now,
        boolean sample) {

    String id() {
        return checkout.id();
    }

    Offer offer() {
        return checkout.offer();
    }

    Wording wording() {
        return Wording.of(spoken.language(), offer().country());
    }

    boolean is(Progress progress) {
        return checkout.progress() == progress;
    }

    /** Nothing of the room is left for a student who does not hold a unit of it yet. */
    boolean isTooLate() {
        return is(Progress.OPEN) && !sight.isLeft();
    }

    boolean isFree() {
        return checkout.amount().amount() == 0;
    }

    /** The first page on which something is left to do; details that came another way need not be asked for. */
    String nextPage() {
        if (!draft.isBegun()) {
            return is(Progress.HELD) ? "review" : "stay";
        }
        return draft.next().map(Step::path).orElse(is(Progress.HELD) ? "review" : Step.CONTACT.path());
    }
}
