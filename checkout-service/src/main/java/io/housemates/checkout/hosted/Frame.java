package io.housemates.checkout.hosted;

import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Language;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.Branding;

/**
 * What is around every page.
 *
 * @param branding null where no partner is known
 * @param session null where no session is known
 * @param sample whether it is a page of a preview
 */
record Frame(Spoken spoken, Branding branding, String nonce, Session session, boolean sample) {

    /** Whether there is something to say below every page. */
    public boolean hasFoot() {
        return branding != null && (session != null && session.step() > 0 || branding.supportText() != null
                || branding.supportEmail() != null || branding.termsUrl() != null || branding.privacyUrl() != null);
    }

    /**
     * @param here the last part of the page's address
     * @param flag what else is in the address, null when nothing is
     * @param step of the progress bar, 0 off the way
     * @param countdown null where no time runs
     */
    record Session(String id, String formToken, String here, String flag, int step, Countdown countdown, Summary summary) {

        /** Whether the page has a form with the student's answers. */
        public boolean asks() {
            return Step.at(here).isPresent();
        }

        /** The address of this page in another language. */
        public String speaking(Language language) {
            return to(here) + "?lang=" + language.tag() + (flag == null ? "" : "&" + flag);
        }

        /** The address of another page of the session. */
        public String to(String page) {
            return "/" + id + "/" + page;
        }
    }

    /**
     * @param seconds left, the last one begun counted too
     * @param held whether a unit is kept, or just the price
     * @param extendable whether asking for more time would give some now
     * @param life seconds that asking gives, counted from then
     * @param longest seconds from now to the end that asking cannot move
     */
    record Countdown(long seconds, boolean held, boolean extendable, long life, long longest) {

        /** Before the script counts. */
        public long minutes() {
            return Math.max(1, (seconds - 1) / 60);
        }
    }

    /** @param amount to pay today, null when nothing is */
    record Summary(String room, String property, String from, String to, String rent, String amount) {
    }
}
